package org.tongban.web.manager;

import static org.tongban.web.Words.later;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Change;
import org.tongban.catalogue.Item;
import org.tongban.web.ItemFacts;

/** 到现场: whether somebody has to come, and the law that demands it (policy M-03, M-04). */
final class SiteEditor implements Editor {
    private static final String ATTENDS = "attends";
    private static final String TEXT = "text";
    private static final String INSTRUMENT = "instrument-of-law";

    @Override
    public String key() {
        return "site";
    }

    @Override
    public String title() {
        return later("改到现场的规定");
    }

    @Override
    public String intro() {
        return later("只有法律、法规要求的，才可以让申请人到现场（M-04）；须到场的不能列为全程网办（M-03）。");
    }

    @Override
    public ItemFacts.Part section() {
        return ItemFacts.Part.SITE;
    }

    @Override
    public List<Question> questions(Item item, String part) {
        return List.of(
                Question.of(ATTENDS, later("要不要申请人到现场"), Question.Kind.ONE)
                        .options(Question.words(Item.Attendance.values(), Item.Attendance::chinese)),
                Question.of(TEXT, later("在哪里、做什么"), Question.Kind.LINES)
                        .hint(later("从不需要任何人到现场的不填"))
                        .optional(),
                Question.of(INSTRUMENT, later("要求到现场的法律、法规条款"), Question.Kind.LINE)
                        .optional());
    }

    @Override
    public Map<String, List<String>> values(Item item, String part) {
        var site = item.onSite();
        var values = new LinkedHashMap<String, List<String>>();
        values.put(ATTENDS, List.of((site == null ? Item.Attendance.NEVER : site.attends()).name()));
        values.put(TEXT, site == null ? List.of() : List.of(site.text()));
        values.put(INSTRUMENT, site == null ? List.of() : Editor.one(site.instrument()));
        return values;
    }

    @Override
    public List<Change> changes(Item item, String part, Sheet sheet) {
        var attends = sheet.one(ATTENDS, Item.Attendance.class, "要不要申请人到现场");
        var text = sheet.text(TEXT);
        boolean nothing = attends == Item.Attendance.NEVER && text.isEmpty();
        if (!nothing && text.isEmpty()) {
            sheet.error(TEXT, "请写明在哪里、做什么");
        }
        var changes = new Changes();
        var after = nothing || attends == null ? null : new Item.OnSite(text, attends, sheet.optional(INSTRUMENT));
        changes.put("on_site", file(item.onSite()), file(after));
        return changes.all();
    }

    private static @Nullable Map<String, Object> file(Item.@Nullable OnSite site) {
        if (site == null) {
            return null;
        }
        var file = new LinkedHashMap<String, Object>();
        file.put("text", site.text());
        file.put("attends", site.attends().name().toLowerCase(Locale.ROOT));
        if (site.instrument() != null) {
            file.put("instrument", site.instrument());
        }
        return file;
    }
}
