package org.tongban.catalogue;

import java.util.List;

/** 改动被拒: why a change of a service cannot be entered or published, in words for who wants it, with what to do about it. */
public final class RefusedChange extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> reasons;

    RefusedChange(List<String> reasons) {
        super(String.join("；", reasons));
        this.reasons = List.copyOf(reasons);
    }

    RefusedChange(String reason) {
        this(List.of(reason));
    }

    public List<String> reasons() {
        return reasons;
    }
}
