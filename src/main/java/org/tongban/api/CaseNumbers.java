package org.tongban.api;

import org.tongban.casework.CaseNumber;

/** 办件编号的读法: in addresses and bodies. */
final class CaseNumbers {
    private CaseNumbers() {}

    /** @throws BadRequest where it is none */
    static long id(String number) {
        return CaseNumber.parse(number)
                .orElseThrow(() -> new BadRequest("number", "办件编号应有 19 位数字，末位是校验码，请核对"))
                .id();
    }
}
