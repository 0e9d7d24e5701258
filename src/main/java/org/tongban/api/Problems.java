package org.tongban.api;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.tongban.casework.NoSuchCase;
import org.tongban.casework.Refusal;
import org.tongban.casework.RefusedFiling;
import org.tongban.casework.RefusedMove;
import org.tongban.casework.Unroutable;
import org.tongban.files.Files;

/** 接口出错说明: every refusal as application/problem+json (RFC 9457) with a stable {@code code}, the reason and what to do next. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems {
    private final Unroutable unroutable;

    Problems(Unroutable unroutable) {
        this.unroutable = unroutable;
    }

    @ExceptionHandler
    ProblemDetail refused(RefusedMove e) {
        var refusal = e.refusal();
        var problem = Problem.of(status(refusal), refusal.code(), refusal.text(), refusal.next());
        switch (refusal) {
            case Refusal.Stale stale -> {
                problem.setProperty("revision", stale.now());
                problem.setProperty("changes", stale.since());
            }
            case Refusal.Fields fields -> problem.setProperty("fieldErrors", fields.problems());
            case Refusal.NotNow none -> {}
            case Refusal.NotYours none -> {}
            case Refusal.Rule none -> {}
        }
        return problem;
    }

    private static HttpStatus status(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Stale stale -> HttpStatus.CONFLICT;
            case Refusal.NotYours theirs -> HttpStatus.FORBIDDEN;
            case Refusal.NotNow early -> HttpStatus.CONFLICT;
            case Refusal.Fields wrong -> HttpStatus.UNPROCESSABLE_CONTENT;
            case Refusal.Rule against -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    /** The same lists as {@code check}; what cannot be routed has its ticket, it is never dropped (M-20). */
    @ExceptionHandler
    ProblemDetail refused(RefusedFiling e) {
        var check = e.check();
        var problem = Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code(e), text(e), next(e));
        var message = CheckMessage.of(check);
        problem.setProperty("eligible", message.eligible());
        problem.setProperty("refusals", message.refusals());
        problem.setProperty("fieldErrors", message.fieldErrors());
        problem.setProperty("missingMaterials", message.missingMaterials());
        problem.setProperty("exemptMaterials", message.exemptMaterials());
        problem.setProperty("unknownFields", message.unknownFields());
        problem.setProperty("competentOffice", message.competentOffice());
        if (e.unroutable()) {
            problem.setProperty("ticket", unroutable.ticket(e).id());
        }
        return problem;
    }

    private static String code(RefusedFiling e) {
        var check = e.check();
        if (!check.fieldErrors().isEmpty()) {
            return "fields";
        }
        if (Boolean.FALSE.equals(check.eligible())) {
            return "not-eligible";
        }
        return check.competentOffice() == null ? "no-competent-office" : "materials-missing";
    }

    private static String text(RefusedFiling e) {
        return switch (code(e)) {
            case "fields" -> "填报内容有 " + e.check().fieldErrors().size() + " 处需要修改。";
            case "not-eligible" -> "不符合办理条件，没有立件；您仍可以请工作人员书面答复。";
            case "no-competent-office" -> "没有找到有权办理的机构，已登记问题单，由工作人员跟进。";
            default -> "还缺少材料；补齐后再提交，或者坚持先提交（insist）。";
        };
    }

    private static String next(RefusedFiling e) {
        return switch (code(e)) {
            case "fields" -> "请按 fieldErrors 改好后再提交。";
            case "not-eligible" -> "请把 refusals 里的条件告诉申请人；填错的改好后再提交。";
            case "no-competent-office" -> "请记下问题单编号 ticket，等待工作人员联系。";
            default -> "请按 missingMaterials 补齐；一时补不齐的，以 insist 为 true 坚持提交，由受理机构一次告知。";
        };
    }

    @ExceptionHandler
    ProblemDetail noSuchCase(NoSuchCase e) {
        return Problem.of(
                HttpStatus.NOT_FOUND, "no-such-case", "查无此件，或者与您无关。", "请核对编号；机构只能看到本机构承办、收件或者协办的办件，申请平台只能看到自己提交的办件。");
    }

    @ExceptionHandler
    ProblemDetail noSuchItem(NoSuchItem e) {
        return Problem.of(
                HttpStatus.NOT_FOUND, "no-such-item", String.valueOf(e.getMessage()), "请从 GET /api/v1/items 取得事项编号。");
    }

    @ExceptionHandler
    ProblemDetail keyReused(KeyReused e) {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "这个 Idempotency-Key 已经用于办件 " + e.number() + "，内容与这次不同，这次没有立件。",
                "另一件申请请换一个新的 Idempotency-Key；要补充原来的办件，请用它的 moves。");
    }

    @ExceptionHandler
    ProblemDetail notTaken(Files.NotTaken e) {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "file-not-taken",
                String.valueOf(e.getMessage()),
                "请换一个文件，用 POST /api/v1/files 上传后以新的编号提交。");
    }
}
