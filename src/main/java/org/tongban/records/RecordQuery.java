package org.tongban.records;

import org.jspecify.annotations.Nullable;

/**
 * 查询: what is looked up, about whom and where.
 *
 * @param what the licence or shared record, as the service's file names it
 * @param purpose id and name of the service it is for; a shared record is used for nothing else (N-14, D-11)
 * @param name of the person or organisation
 * @param number identity number or credit code
 * @param region six digits of the place that keeps it; null where it is kept nationally
 */
public record RecordQuery(
        String what,
        String purpose,
        String name,
        String number,
        @Nullable String region) {}
