package org.tongban.web;

import java.util.Map;

/**
 * 脱敏值: a personal value of which only a part is shown (policy D-26). Seeing the whole is a POST with a reason, and is logged.
 *
 * @param what the value is, as in 身份证号
 * @param shown masked, or whole once a reason was given
 * @param whole whether it stands here in full
 * @param action where the reason is sent
 * @param fields sent with it: which value is meant
 */
public record MaskedValue(String what, String shown, boolean whole, String action, Map<String, String> fields) {}
