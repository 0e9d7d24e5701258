package org.tongban.records;

/**
 * 数据来源: one register at its keeper. An adapter a source; it looks up and changes nothing. A source that cannot answer says so by
 * {@link RecordAnswer.Silent}, never by an exception or by "not found".
 */
public interface RecordSource {
    /** As people call it: 公安户籍共享数据. */
    String name();

    /** Whether this source keeps what is asked for. */
    boolean keeps(RecordQuery query);

    RecordAnswer lookUp(RecordQuery query);
}
