package org.tongban.web.manager;

import static org.tongban.web.Words.later;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongban.catalogue.Change;
import org.tongban.catalogue.Item;
import org.tongban.web.ItemFacts;

/** 其他内容: any value of a service's file, for who knows how such files are written. */
final class OtherEditor implements Editor {
    private static final String PATH = "path";
    private static final String VALUE = "value";

    @Override
    public String key() {
        return "other";
    }

    @Override
    public String title() {
        return later("改其他内容");
    }

    @Override
    public String intro() {
        return later("给熟悉事项文件写法的人用：写明是文件里的哪一处、改成什么。常见的改动请用各部分自己的“改”。");
    }

    @Override
    public ItemFacts.Part section() {
        return ItemFacts.Part.GUIDE;
    }

    @Override
    public List<Question> questions(Item item, String part) {
        return List.of(
                Question.of(PATH, later("哪一处"), Question.Kind.LINE)
                        .hint(later("例如 assurance、decision.approver、offices[0].level、checks[0].answers")),
                Question.of(VALUE, later("改成"), Question.Kind.RULE).hint(later("按事项文件的写法；写 null 表示去掉列表中的这一项")));
    }

    @Override
    public Map<String, List<String>> values(Item item, String part) {
        return new LinkedHashMap<>();
    }

    @Override
    public List<Change> changes(Item item, String part, Sheet sheet) {
        var path = sheet.required(PATH, "哪一处");
        var value = sheet.required(VALUE, "改成");
        return List.of(new Change(path, value));
    }
}
