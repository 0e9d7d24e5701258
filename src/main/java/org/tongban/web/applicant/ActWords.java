package org.tongban.web.applicant;

import static org.tongban.web.Words.later;

/** 示例用语: what the parts of an act are called. A template says them. */
final class ActWords {
    private ActWords() {}

    static String label(String key) {
        return switch (key) {
            case "defects" -> later("需要补正的内容");
            case "materials" -> later("补交的材料");
            case "days" -> later("天数");
            case "what" -> later("提请事项");
            case "results" -> later("发给的结果");
            case "grounds", "ground" -> later("理由");
            case "rightOrgan" -> later("应当向哪个机关申请");
            case "procedure" -> later("特别程序");
            case "expectedDays" -> later("预计天数");
            case "result" -> later("结果");
            case "way" -> later("送达方式");
            case "proof" -> later("凭据");
            case "leg" -> later("分项");
            case "original", "originals" -> later("原件");
            case "act" -> later("流转");
            case "to", "office" -> later("送往");
            case "carrier" -> later("承运人");
            case "trackingNumber" -> later("运单号");
            case "dueBackOn" -> later("应还日期");
            case "time" -> later("约定的时间");
            case "less" -> later("减免金额");
            default -> key;
        };
    }
}
