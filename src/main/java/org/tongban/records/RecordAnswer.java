package org.tongban.records;

import java.time.Instant;

/** 查询答复: found, not found, or the source did not answer; a person looks where it is not found. */
public sealed interface RecordAnswer {
    /** Name of the source that was asked. */
    String source();

    Instant at();

    /** 查到. */
    record Found(String source, Instant at, String extract) implements RecordAnswer {}

    /** 查无记录. */
    record NotFound(String source, Instant at) implements RecordAnswer {}

    /** 未答复: no source, too late, or out of order. */
    record Silent(String source, Instant at, String why) implements RecordAnswer {}
}
