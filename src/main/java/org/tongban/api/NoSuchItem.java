package org.tongban.api;

/** 查无此事项: a service that is not on the list. */
final class NoSuchItem extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoSuchItem(String id) {
        super("没有编号为“" + id + "”的事项。");
    }
}
