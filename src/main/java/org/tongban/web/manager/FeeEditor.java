package org.tongban.web.manager;

import static org.tongban.web.Words.later;

import java.util.List;
import java.util.Map;
import org.tongban.catalogue.Change;
import org.tongban.catalogue.Item;
import org.tongban.web.ItemFacts;

/** 收费: whether something is charged, how much and by what rule. */
final class FeeEditor implements Editor {
    private static final String FEE = "fee";

    @Override
    public String key() {
        return "fee";
    }

    @Override
    public String title() {
        return later("改收费");
    }

    @Override
    public String intro() {
        return later("各地标准不同的，在下面写明适用的地区，每个地区一份改动。");
    }

    @Override
    public ItemFacts.Part section() {
        return ItemFacts.Part.LIMITS;
    }

    @Override
    public List<Question> questions(Item item, String part) {
        return List.of(Question.of(FEE, later("收费标准"), Question.Kind.LINES).hint(later("不收费的写“不收费”；收费的写明金额、单位和定价文件")));
    }

    @Override
    public Map<String, List<String>> values(Item item, String part) {
        return Editor.value(FEE, item.fee());
    }

    @Override
    public List<Change> changes(Item item, String part, Sheet sheet) {
        var changes = new Changes();
        changes.put(FEE, item.fee(), sheet.required(FEE, "收费标准"));
        return changes.all();
    }
}
