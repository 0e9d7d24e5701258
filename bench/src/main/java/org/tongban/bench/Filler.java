package org.tongban.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** 示例内容: what applicants and officers write, of the size that real ones have; fictitious. */
final class Filler {

    private Filler() {}

    /** An opinion as an officer writes it. */
    static String opinion(String step) {
        return step + "：经核对，申请人填报内容与部门共享数据一致，材料齐全，符合规定的条件，同意进入下一环节。";
    }

    /** A filing of about one kilobyte in JSON. */
    static Map<String, Object> filing(int n) {
        Map<String, Object> filing = new LinkedHashMap<>();
        filing.put(
                "applicant",
                Map.of("kind", "person", "name", "李小燕", "idNumber", "32010219900101%04d".formatted(n % 10_000)));
        for (int field = 1; field <= 15; field++) {
            filing.put("field" + field, "填报内容第" + field + "项，江苏省南京市玄武区" + n);
        }
        filing.put("materials", Map.of("申请表", "a3f1", "身份证明", "b771", "承诺书", "c90d"));
        return filing;
    }
}
