package org.tongban.catalogue;

import org.tongban.StartupRefused;

/** 事项文件有误: says in which file, on which line and why; the program does not start with it. */
public class ItemFileRefused extends StartupRefused {

    private final String file;
    private final int line;
    private final String reason;

    ItemFileRefused(String file, int line, String reason) {
        super("事项文件 " + file + " 第 " + line + " 行：" + reason);
        this.file = file;
        this.line = line;
        this.reason = reason;
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    public String reason() {
        return reason;
    }
}
