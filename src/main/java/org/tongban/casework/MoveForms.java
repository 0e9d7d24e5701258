package org.tongban.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.MoveForm.Input;
import org.tongban.casework.MoveForm.Kind;
import org.tongban.casework.MoveForm.Option;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.LegDefinition;

/** 办理表单目录: what each move asks for, in this case of this service. */
final class MoveForms {
    static final String APPLICANT = "申请人";
    static final String NOT_COMPETENT = "不属于本机关职权范围";
    static final String DONE = "完成";
    static final String NOT_DONE = "无法完成";
    static final String AGREED = "确认并签署";
    static final String DISAGREED = "不同意";
    static final String NO_OBJECTION = "没有异议";
    static final String OBJECTED = "有异议";
    /** Results that the clock writes. */
    static final String OVER = "期满";

    static final String SILENT = "逾期未办";

    /** 行政许可法 45 (L-24). */
    private static final List<String> PROCEDURES = List.of("听证", "招标", "拍卖", "检验", "检测", "检疫", "鉴定", "专家评审", "考试");

    private static final List<String> TERMINATIONS =
            List.of("申请人死亡或者丧失行为能力", "法人或者其他组织终止", "申请事项的标的已不存在", "在规定时间内没有补正", "申请人不按规定缴费");
    private static final List<String> WAYS = List.of("网上送达", "邮寄", "窗口领取", "由申请地窗口转交", "直接办结，无须送达");

    private static final int LINE = 200;
    private static final int PAGE = 4000;
    private static final int SUPPLEMENT_DAYS_MAX = 60;
    private static final int PROCEDURE_DAYS_MAX = 730;

    private final Item item;
    private final int extensionDaysMax;

    MoveForms(Item item, int extensionDaysMax) {
        this.item = item;
        this.extensionDaysMax = extensionDaysMax;
    }

    /**
     * The form of a move.
     *
     * @param legs those to choose from; empty where the case has only one
     * @param proposable what an examiner could propose now
     */
    MoveForm of(Move move, List<Leg> legs, @Nullable Task task, List<Move> proposable) {
        var inputs = new ArrayList<Input>();
        if (!legs.isEmpty() && isLegMove(move)) {
            inputs.add(choice(
                    "leg",
                    "分项",
                    legs.stream()
                            .map(l -> new Option(Integer.toString(l.no()), l.name()))
                            .toList()));
        }
        inputs.addAll(
                switch (move) {
                    case PROPOSE -> proposal(proposable);
                    case GRANT, GRANT_PARTLY -> granting(move, legs);
                    default -> inputs(move, task);
                });
        var title = task == null ? move.label() : task.title();
        return new MoveForm(move, task == null ? null : task.no(), title, List.copyOf(inputs));
    }

    private static boolean isLegMove(Move move) {
        return Moves.ofLeg(move);
    }

    private List<Input> inputs(Move move, @Nullable Task task) {
        return switch (move) {
            case ASK_SUPPLEMENT ->
                List.of(
                        choices("defects", "需要补正的全部内容", defects()),
                        page("text", "补正要求", true),
                        number("days", "补正期限（自然日）", SUPPLEMENT_DAYS_MAX));
            case SUPPLEMENT ->
                List.of(
                        new Input("answers", "补充或改正的填报内容", Kind.ANSWERS, false, List.of(), 0, ""),
                        new Input("materials", "补交的材料", Kind.MATERIALS, false, List.of(), 0, ""),
                        page("text", "说明", false));
            case ACCEPT, SEND_BACK, RESUME, WITHDRAW -> List.of(page("text", "说明", false));
            case DECLINE ->
                List.of(
                        choice("ground", "不予受理的理由", declineGrounds()),
                        line("rightOrgan", "应当向哪个机关申请", false),
                        page("text", "说明", true));
            case REROUTE -> List.of(line("office", "有权机关（机构代码）", true), page("text", "理由", true));
            case FINISH_STEP ->
                List.of(choice("result", "结果", results(task)), words(task != null && task.kind() == TaskKind.WAIT));
            case PAUSE -> stopping();
            case EXTEND -> List.of(number("days", "延长的工作日数", extensionDaysMax), page("text", "理由（告知申请人）", true));
            case REFUSE, REFER, DELIVER, TERMINATE, CORRECT, REVOKE, WRITE -> decisionInputs(move);
            case GRANT,
                    GRANT_PARTLY,
                    RETURN_FOR_FORM,
                    HAND_OVER,
                    MOVE_ORIGINAL,
                    SUBMIT,
                    RECEIVE,
                    LAPSE_SUPPLEMENT,
                    RECOUNT,
                    TAKE_OVER,
                    PROPOSE -> List.of();
        };
    }

    /** What a decision and all that comes after it asks for. */
    private List<Input> decisionInputs(Move move) {
        return switch (move) {
            case REFUSE -> List.of(choices("grounds", "不予的理由", grounds()), page("text", "事实和依据", true));
            case REFER -> List.of(line("to", "转报机关", true), page("text", "理由", true));
            case DELIVER -> List.of(choice("way", "送达方式", options(WAYS)), line("proof", "凭据（单号、签收人）", false));
            case TERMINATE -> List.of(choice("ground", "终止的理由", options(TERMINATIONS)), page("text", "说明", true));
            case CORRECT -> List.of(page("text", "更正的内容和理由", true));
            case REVOKE -> List.of(line("ground", "撤销的依据", true), page("text", "事实和理由", true));
            case WRITE -> List.of(page("text", "留言", true));
            default -> throw new IllegalArgumentException(move + " is asked for elsewhere");
        };
    }

    private List<Option> defects() {
        return defects(item);
    }

    /** All that can be wrong with what was handed in. */
    static List<Option> defects(Item item) {
        return Stream.concat(
                        item.materials().stream().map(m -> new Option("material." + m.key(), "材料：" + m.name())),
                        item.form().stream().map(f -> new Option("field." + f.key(), "填报：" + f.label())))
                .toList();
    }

    private List<Option> declineGrounds() {
        return Stream.concat(Stream.of(NOT_COMPETENT, "依法不需要办理"), item.refusals().stream())
                .map(g -> new Option(g, g))
                .toList();
    }

    private List<Option> grounds() {
        return options(item.refusals().isEmpty() ? List.of("不符合法定条件") : item.refusals());
    }

    private List<Input> granting(Move move, List<Leg> legs) {
        var keys = legs.isEmpty()
                ? List.of(item.legs().getFirst().key())
                : legs.stream().map(Leg::key).toList();
        var results = choices(
                "results",
                "发给的结果",
                options(keys.stream()
                        .flatMap(key -> results(item, key).stream())
                        .distinct()
                        .toList()));
        return move == Move.GRANT
                ? List.of(results, page("text", "意见", false))
                : List.of(results, choices("grounds", "未准予部分的理由", grounds()), page("text", "准予和未准予的内容", true));
    }

    /** What can be given where the part of this key is granted. */
    static List<String> results(Item item, String leg) {
        var own = item.leg(leg).map(LegDefinition::results).orElse(List.of());
        return !own.isEmpty()
                ? own
                : item.results().stream().map(r -> r.name()).distinct().toList();
    }

    private static List<Input> proposal(List<Move> proposable) {
        var options =
                proposable.stream().map(m -> new Option(m.apiName(), m.label())).toList();
        return List.of(choice("what", "提请事项", options), page("text", "意见和理由", true));
    }

    /** What stops the clock: what the licensing law names, for licences, and what the service's own instrument names (L-24, L-25). */
    static List<String> procedures(Item item) {
        return Stream.concat(
                        item.deemedAcceptance() ? PROCEDURES.stream() : Stream.of(),
                        item.limits().notCounted().stream())
                .distinct()
                .toList();
    }

    private List<Input> stopping() {
        return List.of(
                choice("procedure", "特别程序", options(procedures(item))),
                number("expectedDays", "预计所需天数", PROCEDURE_DAYS_MAX),
                page("text", "书面告知申请人的内容", true));
    }

    private static Input words(boolean objection) {
        return objection ? page("text", "谁提出、什么内容", true) : page("text", "办理情况", false);
    }

    /** What can be said before a period is over; empty: nothing, it ends by itself. */
    List<String> words(Task task) {
        if (task.step() < 0 || task.state() != StepState.WAITING) {
            return List.of();
        }
        var step = item.steps().get(task.step());
        var words = new ArrayList<String>();
        if (step.endsEarly()) {
            words.add(NO_OBJECTION);
        }
        if (step.declined() != null) {
            words.add(OBJECTED);
        }
        return words;
    }

    private List<Option> results(@Nullable Task task) {
        if (task != null && task.state() == StepState.WAITING) {
            return options(words(task));
        }
        if (task != null && task.step() >= 0) {
            var check = item.steps().get(task.step()).check();
            if (check != null && !item.checks().get(check).answers().isEmpty()) {
                return options(item.checks().get(check).answers());
            }
        }
        boolean confirms = task != null && task.kind() == TaskKind.CONFIRM;
        return options(confirms ? List.of(AGREED, DISAGREED) : List.of(DONE, NOT_DONE));
    }

    static List<Option> options(List<String> values) {
        return values.stream().map(v -> new Option(v, v)).toList();
    }

    static Input choice(String key, String label, List<Option> options) {
        return new Input(key, label, Kind.CHOICE, true, options, 0, "");
    }

    static Input choices(String key, String label, List<Option> options) {
        return new Input(key, label, Kind.CHOICES, true, options, 0, "");
    }

    static Input line(String key, String label, boolean required) {
        return new Input(key, label, Kind.TEXT, required, List.of(), LINE, "");
    }

    static Input page(String key, String label, boolean required) {
        return new Input(key, label, Kind.LONG_TEXT, required, List.of(), PAGE, "");
    }

    private static Input number(String key, String label, int max) {
        return new Input(key, label, Kind.NUMBER, true, List.of(), max, "");
    }
}
