package org.tongban.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 通知设置: how an applicant wants to be told beside the inbox here.
 *
 * @param mail address; null where they gave none
 * @param confirmed they typed the code that was sent there
 * @param codeUntil until when that code holds; null where none is out
 */
public record Contact(
        @Nullable String mail,
        boolean confirmed,
        boolean sms,
        boolean english,
        @Nullable Instant codeUntil) {

    static final Contact NONE = new Contact(null, false, true, false, null);

    /** Never the address. */
    @Override
    public String toString() {
        return "通知设置";
    }
}
