package org.tongban.web.applicant;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.casework.Act;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casework;
import org.tongban.casework.Move;
import org.tongban.casework.Refusal;
import org.tongban.casework.RefusedMove;
import org.tongban.catalogue.Answers;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Material;
import org.tongban.catalogue.Precheck.FieldError;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.FormPost;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 补正: what the office asked for and nothing else: its questions on one form, its materials a page each. */
@Controller
@RequestMapping("/my/cases/{number}/supplement")
@Door.Only(Role.APPLICANT)
public class SupplementPages {
    private static final String TEXT = "text";
    private static final int LONGEST_TEXT = 4000;

    private final Templates templates;
    private final CaseViews views;
    private final Casebook casebook;
    private final Casework casework;
    private final SupplementFiles gathered;
    private final Uploads uploads;
    private final Regions regions;

    SupplementPages(
            Templates templates,
            CaseViews views,
            Casebook casebook,
            Casework casework,
            SupplementFiles gathered,
            Uploads uploads,
            Regions regions) {
        this.templates = templates;
        this.views = views;
        this.casebook = casebook;
        this.casework = casework;
        this.gathered = gathered;
        this.uploads = uploads;
        this.regions = regions;
    }

    /**
     * 补正页的内容.
     *
     * @param materials asked for, each with how many files there are already
     * @param fields asked for
     */
    public record Supplement(CaseView view, List<MaterialLine> materials, List<Field> fields) {
        Material material(String key) {
            return materials.stream()
                    .map(MaterialLine::material)
                    .filter(material -> material.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
    }

    @GetMapping
    Reply show(Page page, @PathVariable String number, Actor by) {
        var supplement = supplement(number, by);
        if (!supplement.view().doable().supplement()) {
            return Reply.seeOther(supplement.view().path());
        }
        var answers = casebook.open(CasePages.id(number), by).filed().answers();
        var filled = Filled.of(supplement.fields(), answers, regions);
        return Reply.show(templates.applicantSupplement(page, supplement, filled, null));
    }

    @PostMapping
    Reply handIn(
            Page page,
            @PathVariable String number,
            @RequestParam(defaultValue = "0") int revision,
            Actor by,
            HttpServletRequest request) {
        var supplement = supplement(number, by);
        var post = FormPost.of(supplement.fields(), request.getParameterMap(), regions);
        if (post.showsAgain()) {
            return Reply.show(templates.applicantSupplement(page, supplement, post.filled(), null));
        }
        var files = gathered.of(number, by);
        var errors = new ArrayList<FieldError>();
        var fields = fields(supplement, post, files, errors);
        if (!errors.isEmpty()) {
            var filled = post.filled().withErrors(errors);
            return Reply.again(templates.applicantSupplement(page, supplement, filled, null));
        }
        try {
            casework.act(CasePages.id(number), revision, Act.of(Move.SUPPLEMENT, fields), by);
            gathered.forget(number, by);
            return Reply.seeOther("/my/cases/" + number);
        } catch (RefusedMove e) {
            var shown = templates.applicantSupplement(page, supplement(number, by), post.filled(), e.refusal());
            return e.refusal() instanceof Refusal.Stale
                    ? new Reply.Tell(HttpStatus.CONFLICT.value(), shown)
                    : Reply.again(shown);
        }
    }

    private static Map<String, Object> fields(
            Supplement supplement, FormPost post, Map<String, List<String>> files, List<FieldError> errors) {
        var item = supplement.view().item();
        var read = Answers.ofForm(item, post.parameters());
        var answers = new LinkedHashMap<>(read.json());
        answers.keySet().retainAll(supplement.fields().stream().map(Field::key).toList());
        for (var field : supplement.fields()) {
            read.errors().stream()
                    .filter(error -> Stage.belongs(error.key(), field.key()))
                    .forEach(errors::add);
            if (field.required() && !answers.containsKey(field.key()) && errors.isEmpty()) {
                errors.add(new FieldError(field.key(), "请填写：" + field.label()));
            }
        }
        supplement.materials().stream()
                .filter(line -> line.files() == 0)
                .forEach(line -> errors.add(new FieldError(
                        "material." + line.material().key(),
                        "请补交：" + line.material().name())));
        var fields = new LinkedHashMap<String, Object>();
        var text =
                String.join("", post.parameters().getOrDefault(TEXT, List.of())).strip();
        if (text.length() > LONGEST_TEXT) {
            errors.add(new FieldError(TEXT, "说明最多 " + LONGEST_TEXT + " 个字"));
        }
        fields.put("answers", answers);
        fields.put("materials", files);
        fields.put(TEXT, text);
        fields.values().removeIf(value -> value.equals("") || value.equals(Map.of()));
        return fields;
    }

    @GetMapping("/{key}")
    Reply material(Page page, @PathVariable String number, @PathVariable String key, Actor by) {
        return Reply.show(shown(page, supplement(number, by), key, by, null));
    }

    @PostMapping("/{key}")
    Reply change(Page page, @PathVariable String number, @PathVariable String key, Brought brought, Actor by) {
        var supplement = supplement(number, by);
        supplement.material(key);
        var before = gathered.of(number, by).getOrDefault(key, List.of());
        var removed = brought.removed();
        var taken = removed == null
                ? uploads.take(brought.file(), before, by)
                : new Uploads.Taken(
                        before.stream().filter(id -> !id.equals(removed)).toList(), List.of());
        gathered.keep(number, key, taken.ids(), by);
        return taken.refused().isEmpty()
                ? Reply.seeOther("/my/cases/" + number + "/supplement/" + key)
                : Reply.again(shown(page, supplement, key, by, String.join(" ", taken.refused())));
    }

    private JteModel shown(Page page, Supplement supplement, String key, Actor by, @Nullable String error) {
        var number = supplement.view().file().number().toString();
        var ids = gathered.of(number, by).getOrDefault(key, List.of());
        var there = uploads.shown(ids, by, "");
        return templates.applicantSupplementMaterial(page, supplement.view(), supplement.material(key), there, error);
    }

    private Supplement supplement(String number, Actor by) {
        var view = views.open(CasePages.id(number), by, null);
        var files = gathered.of(number, by);
        var asked = view.file().askedFor();
        var item = view.item();
        return new Supplement(
                view,
                item.materials().stream()
                        .filter(material -> asked.contains("material." + material.key()))
                        .map(material -> new MaterialLine(
                                material,
                                files.getOrDefault(material.key(), List.of()).size(),
                                "",
                                view.path() + "/supplement/" + material.key()))
                        .toList(),
                item.form().stream()
                        .filter(field -> asked.contains("field." + field.key()))
                        .toList());
    }
}
