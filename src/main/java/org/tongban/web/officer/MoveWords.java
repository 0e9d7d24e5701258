package org.tongban.web.officer;

import static org.tongban.web.Words.t;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongban.casework.Move;

/** 办理说明: what each move does and what follows from it, and how its button looks. Knows the law's moves and no service. */
public final class MoveWords {
    private static final int FIRST = 0;
    private static final int THEN = 1;
    private static final int LAST = 2;

    /** What a form sends along that nobody typed. */
    private static final Set<String> UNTYPED = Set.of("_csrf", "revision", "task", "leg", "show");

    private MoveWords() {}

    /** Whether the move has a page of its own at the desk; what is the applicant's alone has none. */
    static boolean ownPage(Move move) {
        return switch (move) {
            case SUBMIT, RECEIVE, SUPPLEMENT, LAPSE_SUPPLEMENT, RECOUNT, TAKE_OVER, WRITE -> false;
            case RETURN_FOR_FORM,
                    HAND_OVER,
                    ASK_SUPPLEMENT,
                    ACCEPT,
                    DECLINE,
                    REROUTE,
                    PROPOSE,
                    SEND_BACK,
                    FINISH_STEP,
                    PAUSE,
                    RESUME,
                    EXTEND,
                    GRANT,
                    GRANT_PARTLY,
                    REFUSE,
                    REFER,
                    DELIVER,
                    WITHDRAW,
                    TERMINATE,
                    CORRECT,
                    REVOKE,
                    MOVE_ORIGINAL -> true;
        };
    }

    /** What the work usually goes on with comes first, what ends a case against the applicant last. */
    static int rank(Move move) {
        return switch (look(move)) {
            case "primary" -> FIRST;
            case "secondary" -> THEN;
            default -> LAST;
        };
    }

    static String look(Move move) {
        return switch (move) {
            case HAND_OVER, ACCEPT, FINISH_STEP, RESUME, GRANT, DELIVER -> "primary";
            case DECLINE, REFUSE, WITHDRAW, TERMINATE, REVOKE -> "warning";
            case RETURN_FOR_FORM,
                    ASK_SUPPLEMENT,
                    REROUTE,
                    PROPOSE,
                    SEND_BACK,
                    PAUSE,
                    EXTEND,
                    GRANT_PARTLY,
                    REFER,
                    CORRECT,
                    MOVE_ORIGINAL,
                    SUBMIT,
                    RECEIVE,
                    SUPPLEMENT,
                    LAPSE_SUPPLEMENT,
                    RECOUNT,
                    TAKE_OVER,
                    WRITE -> "secondary";
        };
    }

    /** What was typed into a form that is there no more, so that it can be copied. */
    static List<String> typed(Map<String, List<String>> parameters) {
        return parameters.entrySet().stream()
                .filter(entry -> !UNTYPED.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** What it does, what the law asks for and what follows. */
    public static String help(Move move) {
        return switch (move) {
            case RETURN_FOR_FORM -> t("只就形式上的问题退回，只能退回一次，把全部问题一次列清。实质内容由业务属地审查。");
            case HAND_OVER -> t("转交后，电子件到达业务属地，五个工作日的受理期限从那时起算；原件随后寄送，不影响期限。");
            case ASK_SUPPLEMENT -> t("把需要补正的全部内容一次告知申请人。补正期间不计受理期限；补来以后只能就补来的内容再告知。");
            case ACCEPT -> t("受理后开始计算办理时限，系统生成受理通知书，写明应当作出决定的日期。");
            case DECLINE -> t("办件就此结束。不属于本机关职权的，要写明应当向哪个机关申请；申请人会收到理由和救济途径。");
            case REROUTE -> t("不属于本机关职权、但知道归哪个机关时用。办件和材料转过去，申请人不用重新申请。");
            case PROPOSE -> t("不予、部分准予、转报、延期、终止，以及本事项规定须审批的准予，由您提请，另一人审批。");
            case SEND_BACK -> t("退回给提请的经办人，请写明要改什么。");
            case FINISH_STEP -> t("登记这个环节的结果。登记后自动进入下一步。");
            case PAUSE -> t("只有法律规定的特别程序可以停止计时；起止都要登记，并把所需时间书面告知申请人。");
            case RESUME -> t("登记特别程序结束，办理时限继续计算，到期日自动顺延。");
            case EXTEND -> t("期限只能延长一次，理由会告知申请人。");
            case GRANT -> t("作出准予的决定。决定后进入送达。");
            case GRANT_PARTLY -> t("准予一部分，其余不予；不予的部分要写明理由，申请人会收到救济途径。");
            case REFUSE -> t("作出不予的决定。理由、事实和依据会写进决定书，申请人会收到救济途径。");
            case REFER -> t("转报有权决定的上级机关，本机关的办理到此结束。");
            case DELIVER -> t("登记结果怎样送到申请人手里和凭据。全部送达后办件办结。");
            case WITHDRAW -> t("申请人要求撤回时登记。办件就此结束，原件退还。");
            case TERMINATE -> t("只能按列出的理由终止，要有书面说明。办件就此结束，原件退还。");
            case CORRECT -> t("更正结果中的文字或者数据错误，不改变决定本身。");
            case REVOKE -> t("撤销已经作出的决定，要写明依据、事实和理由，申请人会收到救济途径。");
            case MOVE_ORIGINAL -> t("登记纸质原件的收到、寄出、签收和归还，使每一件原件随时查得到在谁手里。");
            case SUBMIT, RECEIVE, SUPPLEMENT, LAPSE_SUPPLEMENT, RECOUNT, TAKE_OVER, WRITE -> "";
        };
    }
}
