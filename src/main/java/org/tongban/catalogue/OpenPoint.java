package org.tongban.catalogue;

import java.util.ArrayList;
import java.util.List;

/** 未定事项: what a service's file leaves open against policy. Nothing is invented to close it; the lead department does. */
public record OpenPoint(Kind kind, String text) {

    /** 未定事项的种类. */
    public enum Kind {
        ATTENDANCE_ONLINE("M-03", "列为“全程网办”，却有须申请人到场的情形"),
        ATTENDANCE_WITHOUT_LAW("M-04", "须申请人到场，但没有写明法律法规依据"),
        MATERIAL_UNEXPLAINED("N-14", "必交材料没有免提交的来源，也没有说明为什么仍要交"),
        CONTRADICTION("", "资料中矛盾或者缺少的内容"),
        DRAFT("", "待牵头单位确认的部分（依据一般知识写成）");

        private final String policy;
        private final String chinese;

        Kind(String policy, String chinese) {
            this.policy = policy;
            this.chinese = chinese;
        }

        /** The rule's id; empty where no single rule is at stake. */
        public String policy() {
            return policy;
        }

        public String chinese() {
            return chinese;
        }
    }

    /** The open points of a service, in the order of the kinds. */
    public static List<OpenPoint> of(Item item) {
        var points = new ArrayList<OpenPoint>();
        var onSite = item.onSite();
        if (onSite != null && onSite.attends() != Item.Attendance.NEVER) {
            var text = onSite.attends().chinese() + "：" + onSite.text();
            if (item.modes().contains(Mode.ONLINE)) {
                points.add(new OpenPoint(Kind.ATTENDANCE_ONLINE, text));
            }
            if (onSite.instrument() == null) {
                points.add(new OpenPoint(Kind.ATTENDANCE_WITHOUT_LAW, text));
            }
        }
        item.materials().stream()
                .filter(m -> m.required() && m.exemptBy() == null && m.because() == null)
                .forEach(m -> points.add(new OpenPoint(Kind.MATERIAL_UNEXPLAINED, m.name())));
        item.open().forEach(text -> points.add(new OpenPoint(Kind.CONTRADICTION, text)));
        item.draft().forEach(key -> points.add(new OpenPoint(Kind.DRAFT, key)));
        return List.copyOf(points);
    }
}
