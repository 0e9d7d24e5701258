package org.tongban.casework;

import java.util.Arrays;
import java.util.Optional;

/** 待办动作: who at a desk has a task. 退回, 移交 and 会签 are verbs, not drawn arrows. */
public enum TaskMove {
    CLAIM("claim", "认领"),
    HAND_TO("handTo", "移交"),
    GIVE_BACK("giveBack", "退回科室"),
    COUNTERSIGN("countersign", "会签");

    private final String apiName;
    private final String label;

    TaskMove(String apiName, String label) {
        this.apiName = apiName;
        this.label = label;
    }

    public String apiName() {
        return apiName;
    }

    public String label() {
        return label;
    }

    public static Optional<TaskMove> named(String apiName) {
        return Arrays.stream(values()).filter(m -> m.apiName.equals(apiName)).findFirst();
    }
}
