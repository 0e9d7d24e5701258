package org.tongban.web.counter;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Material;
import org.tongban.catalogue.Precheck.FieldError;
import org.tongban.files.Files;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.Page;
import org.tongban.web.Reply;
import org.tongban.web.applicant.Uploads;

/** 材料核对: item by item, how it came: scanned, seen in original, kept, spared by a record, or missing. */
@Controller
@RequestMapping("/counter/drafts/{id}")
@Door.Only(Role.CLERK)
class IntakeMaterialPages {
    private static final String WAY = "way.";
    private static final String FILE = "file.";

    private final Templates templates;
    private final Intakes intakes;
    private final Verdicts verdicts;
    private final Uploads uploads;
    private final Files files;
    private final Regions regions;
    private final Time time;

    IntakeMaterialPages(
            Templates templates,
            Intakes intakes,
            Verdicts verdicts,
            Uploads uploads,
            Files files,
            Regions regions,
            Time time) {
        this.templates = templates;
        this.intakes = intakes;
        this.verdicts = verdicts;
        this.uploads = uploads;
        this.files = files;
        this.regions = regions;
        this.time = time;
    }

    @GetMapping("/materials")
    Reply show(Page page, @PathVariable UUID id, Actor by) {
        return Reply.show(shown(page, intakes.find(id, by), List.of()));
    }

    /** Takes the whole list at once; what cannot be taken is told at its material and stops none of the others. */
    @PostMapping("/materials")
    Reply take(Page page, @PathVariable UUID id, Actor by, MultipartHttpServletRequest request) {
        var open = intakes.find(id, by);
        var parameters = IntakeStartPages.parameters(request);
        var errors = new ArrayList<FieldError>();
        for (var material : open.asked().materials()) {
            var said = Handing.named(IntakeStartPages.first(parameters, WAY + material.key()));
            take(open, material, said, request.getFiles(FILE + material.key()), errors);
        }
        var removed = IntakeStartPages.first(parameters, "remove-file");
        if (!removed.isEmpty()) {
            remove(open, removed);
        }
        var saved = intakes.save(open);
        boolean goesOn = !IntakeStartPages.first(parameters, "go-on").isEmpty();
        if (goesOn) {
            unscanned(saved, errors);
        }
        if (!errors.isEmpty()) {
            return Reply.again(shown(page, saved, errors));
        }
        return Reply.seeOther(saved.path(goesOn ? "review" : "materials"));
    }

    private void take(
            OpenIntake open,
            Material material,
            @org.jspecify.annotations.Nullable Handing said,
            List<MultipartFile> brought,
            List<FieldError> errors) {
        var intake = open.intake();
        var chosen = brought.stream()
                .filter(file -> file.getOriginalFilename() != null
                        && !file.getOriginalFilename().isEmpty())
                .toList();
        if (!chosen.isEmpty()) {
            var taken = uploads.take(chosen, intake.files(material.key()), open.by());
            intake.files(material.key(), taken.ids());
            taken.refused().forEach(text -> errors.add(new FieldError(FILE + material.key(), text)));
        }
        boolean there = !intake.files(material.key()).isEmpty();
        boolean notSaid = said == null || said == Handing.MISSING || said == Handing.SPARED;
        intake.way(material.key(), there && notSaid && !chosen.isEmpty() ? Handing.SCANNED : said);
    }

    private static void remove(OpenIntake open, String file) {
        var intake = open.intake();
        new LinkedHashMap<>(intake.files())
                .forEach((material, ids) -> intake.files(
                        material, ids.stream().filter(one -> !one.equals(file)).toList()));
    }

    private static void unscanned(OpenIntake open, List<FieldError> errors) {
        for (var material : open.asked().materials()) {
            boolean promised = open.way(material) == Handing.SCANNED
                    && open.intake().files(material.key()).isEmpty();
            if (promised && errors.stream().noneMatch(e -> e.key().equals(FILE + material.key()))) {
                errors.add(new FieldError(FILE + material.key(), "请上传“" + material.name() + "”的扫描件，或者改选别的交件方式"));
            }
        }
    }

    private JteModel shown(Page page, OpenIntake open, List<FieldError> errors) {
        return templates.counterMaterials(
                page, open, rows(open), verdicts.of(open), new Filled(Map.of(), Map.of(), regions).withErrors(errors));
    }

    List<MaterialRow> rows(OpenIntake open) {
        return open.asked().materials().stream()
                .map(material -> new MaterialRow(
                        material,
                        open.way(material),
                        uploads.shown(
                                open.intake().files(material.key()),
                                open.by(),
                                "/counter/drafts/" + open.id() + "/files/")))
                .toList();
    }

    /** A file that this clerk uploaded and nobody handed in yet; only ever as an attachment. */
    @GetMapping("/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable UUID file, Actor by) {
        intakes.find(id, by);
        var name = files.mine(List.of(file), by.id()).stream()
                .map(Files.Info::name)
                .findFirst();
        return files.read(file, by.id())
                .map(bytes -> Uploads.attachment(name.orElse("file"), bytes))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
