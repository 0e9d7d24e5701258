package org.tongban.web.officer;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.casework.CaseNumber;
import org.tongban.casework.TaskKind;

/** 办件地址: where a case and what belongs to it stand. */
final class CasePaths {
    private CasePaths() {}

    static String of(String number) {
        return "/desk/cases/" + number;
    }

    static String inquiry(String number, int task) {
        return of(number) + "/inquiries/" + task;
    }

    /** Where a task is done: an inquiry on its own page, all else on the case's. */
    static String task(String number, int task, TaskKind kind) {
        return kind == TaskKind.INQUIRY ? inquiry(number, task) : of(number);
    }

    static long id(String number) {
        return CaseNumber.parse(number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .id();
    }
}
