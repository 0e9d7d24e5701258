package org.tongban.ratings;

import java.time.LocalDate;

/**
 * 差评处理期限: working days within which a bad rating is taken up, verified and finished (policy N-35).
 *
 * @param source the instrument that says so
 */
public record HandlingDays(LocalDate fromOn, int startDays, int verifyDays, int finishDays, String source) {}
