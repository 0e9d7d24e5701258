package org.tongban.web.counter;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.tongban.casework.Act;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.Move;
import org.tongban.casework.Refusal;
import org.tongban.casework.RefusedMove;
import org.tongban.catalogue.Answers;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Material;
import org.tongban.catalogue.Precheck.FieldError;
import org.tongban.files.Files;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.FormPost;
import org.tongban.web.Notice;
import org.tongban.web.Page;
import org.tongban.web.Reply;
import org.tongban.web.Uploaded;
import org.tongban.web.applicant.Uploads;

/** 收补正: takes in at the window, on one page, what the window or the competent office asked to be corrected. */
@Controller
@RequestMapping("/counter/cases/{number}/corrections")
@Door.Only(Role.CLERK)
public class CorrectionPages {
    private static final String WAY = "way.";
    private static final String FILE = "file.";
    private static final String THERE = "there.";
    private static final int LONGEST_TEXT = 4000;

    private final Templates templates;
    private final WindowCases cases;
    private final Casebook casebook;
    private final Casework casework;
    private final Uploads uploads;
    private final Files files;
    private final Regions regions;

    CorrectionPages(
            Templates templates,
            WindowCases cases,
            Casebook casebook,
            Casework casework,
            Uploads uploads,
            Files files,
            Regions regions) {
        this.templates = templates;
        this.cases = cases;
        this.casebook = casebook;
        this.casework = casework;
        this.uploads = uploads;
        this.files = files;
        this.regions = regions;
    }

    /** 要补的一项材料: {@code files} came with an earlier try that was refused. */
    public record Line(Material material, List<Uploaded> files) {}

    /** 一次补正: what the page sent, its files taken. */
    private record Sent(FormPost post, Map<String, List<String>> files, List<FieldError> refused) {
        String first(String name) {
            return IntakeStartPages.first(post.parameters(), name);
        }
    }

    @GetMapping
    Reply ask(Page page, @PathVariable String number, Actor by) {
        var view = cases.open(number, by);
        if (!view.can(Move.SUPPLEMENT)) {
            return Reply.seeOther(view.path());
        }
        var answers = casebook.open(WindowCases.id(number), by).filed().answers();
        return Reply.show(shown(page, view, Map.of(), Filled.of(fields(view), answers, regions), null));
    }

    @PostMapping
    Reply take(Page page, @PathVariable String number, Actor by, MultipartHttpServletRequest request) {
        var view = cases.open(number, by);
        var sent = sent(view, request, by);
        var filled = sent.post().filled();
        if (sent.post().showsAgain()) {
            return Reply.show(shown(page, view, sent.files(), filled, null));
        }
        var errors = new ArrayList<>(sent.refused());
        var answers = answers(view, sent, errors);
        var materials = materials(view, sent, errors);
        if (errors.isEmpty() && nothing(view, sent, answers)) {
            errors.add(new FieldError("text", "请登记补了什么：改填报内容、交材料，或者写明情况"));
        }
        if (!errors.isEmpty()) {
            return Reply.again(shown(page, view, sent.files(), filled.withErrors(errors), null));
        }
        try {
            var act = Act.of(Move.SUPPLEMENT, move(answers, materials, sent.first("text")));
            var after = casework.act(
                    WindowCases.id(number), WindowMovePages.revision(sent.post().parameters()), act, by);
            int slip = after.revision();
            originals(view, sent, after, by, request);
            return Reply.seeOther(view.path() + "/slips/" + slip + "?new");
        } catch (RefusedMove e) {
            var again = MovePost.filled(sent.post().parameters(), e, regions);
            return WindowMovePages.refused(e, shown(page, cases.open(number, by), sent.files(), again, e.refusal()));
        }
    }

    private Sent sent(WindowCase view, MultipartHttpServletRequest request, Actor by) {
        var post = FormPost.of(fields(view), request.getParameterMap(), regions);
        var taken = new LinkedHashMap<String, List<String>>();
        var refused = new ArrayList<FieldError>();
        for (var material : asked(view)) {
            var before =
                    files
                            .mine(uuids(post.parameters().getOrDefault(THERE + material.key(), List.of())), by.id())
                            .stream()
                            .map(info -> info.id().toString())
                            .toList();
            List<MultipartFile> brought = request.getFiles(FILE + material.key()).stream()
                    .filter(file -> file.getOriginalFilename() != null
                            && !file.getOriginalFilename().isEmpty())
                    .toList();
            if (brought.isEmpty()) {
                taken.put(material.key(), before);
                continue;
            }
            var now = uploads.take(brought, before, by);
            taken.put(material.key(), now.ids());
            now.refused().forEach(text -> refused.add(new FieldError(FILE + material.key(), text)));
        }
        return new Sent(post, taken, refused);
    }

    private static List<UUID> uuids(List<String> texts) {
        return texts.stream()
                .filter(text -> text.matches("[0-9a-f-]{36}"))
                .map(UUID::fromString)
                .toList();
    }

    private Map<String, Object> answers(WindowCase view, Sent sent, List<FieldError> errors) {
        var read = Answers.ofForm(view.item(), sent.post().parameters());
        var answers = new LinkedHashMap<>(read.json());
        answers.keySet().retainAll(fields(view).stream().map(Field::key).toList());
        for (var field : fields(view)) {
            read.errors().stream()
                    .filter(error -> OpenIntake.belongs(error.key(), field.key()))
                    .forEach(errors::add);
            if (field.required() && !answers.containsKey(field.key()) && errors.isEmpty()) {
                errors.add(new FieldError(field.key(), "请填写：" + field.label()));
            }
        }
        return answers;
    }

    private static Map<String, List<String>> materials(WindowCase view, Sent sent, List<FieldError> errors) {
        var materials = new LinkedHashMap<String, List<String>>();
        for (var material : asked(view)) {
            var ids = sent.files().getOrDefault(material.key(), List.of());
            var way = Handing.named(sent.first(WAY + material.key()));
            if (!ids.isEmpty()) {
                materials.put(material.key(), ids);
            } else if (way == Handing.SCANNED
                    && errors.stream().noneMatch(e -> e.key().equals(FILE + material.key()))) {
                errors.add(new FieldError(FILE + material.key(), "请上传“" + material.name() + "”的扫描件，或者改选别的交件方式"));
            }
        }
        return materials;
    }

    private static boolean nothing(WindowCase view, Sent sent, Map<String, Object> answers) {
        boolean brought = asked(view).stream()
                .map(material -> Handing.named(sent.first(WAY + material.key())))
                .anyMatch(way -> way != null && way.handedIn());
        boolean uploaded = sent.files().values().stream().anyMatch(ids -> !ids.isEmpty());
        return !brought && !uploaded && answers.isEmpty() && sent.first("text").isEmpty();
    }

    private static Map<String, Object> move(
            Map<String, Object> answers, Map<String, List<String>> materials, String text) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("answers", answers);
        fields.put("materials", materials);
        fields.put("text", text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
        fields.values().removeIf(value -> value.equals("") || value.equals(Map.of()));
        return fields;
    }

    /** Paper that came with the correction: seen and given back, or kept. */
    private void originals(WindowCase view, Sent sent, Casefile after, Actor by, MultipartHttpServletRequest request) {
        var now = after;
        for (var way : List.of(Handing.SEEN, Handing.KEPT)) {
            var keys = asked(view).stream()
                    .map(Material::key)
                    .filter(key -> Handing.named(sent.first(WAY + key)) == way)
                    .toList();
            if (keys.isEmpty()) {
                continue;
            }
            var step = way == Handing.SEEN ? "登记不留存" : "收到";
            try {
                var act = Act.of(Move.MOVE_ORIGINAL, Map.of("original", keys, "act", step));
                now = casework.act(now.casefileId(), now.revision(), act, by);
            } catch (RefusedMove e) {
                Notice.of("补正已收下，原件没有登记成功。")
                        .withProblems(List.of(e.refusal().text() + e.refusal().next()))
                        .keep(request);
            }
        }
    }

    private static List<Field> fields(WindowCase view) {
        return view.item().form().stream()
                .filter(field -> view.file().askedFor().contains("field." + field.key()))
                .toList();
    }

    private static List<Material> asked(WindowCase view) {
        return view.item().materials().stream()
                .filter(material -> view.file().askedFor().contains("material." + material.key()))
                .toList();
    }

    private JteModel shown(
            Page page, WindowCase view, Map<String, List<String>> there, Filled filled, @Nullable Refusal refusal) {
        var by = java.util.Objects.requireNonNull(page.visitor().actor());
        var lines = asked(view).stream()
                .map(material ->
                        new Line(material, uploads.shown(there.getOrDefault(material.key(), List.of()), by, "")))
                .toList();
        return templates.counterCorrections(page, view, lines, fields(view), filled, refusal);
    }
}
