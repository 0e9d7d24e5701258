package org.tongban.web.applicant;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Material;
import org.tongban.files.Files;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.Page;
import org.tongban.web.Reply;
import org.tongban.web.Uploaded;

/** 材料页: what is to be handed in and what a record spares, and the files of one material. */
@Controller
@RequestMapping("/my/drafts/{id}")
@Door.Only(Role.APPLICANT)
public class MaterialPages {
    private static final int LONGEST_REASON = 200;
    private static final String CORRECTED = "material.";

    private final Templates templates;
    private final OpenDrafts drafts;
    private final Uploads uploads;
    private final Files files;
    private final Tickets tickets;
    private final Regions regions;
    private final Time time;

    MaterialPages(
            Templates templates,
            OpenDrafts drafts,
            Uploads uploads,
            Files files,
            Tickets tickets,
            Regions regions,
            Time time) {
        this.templates = templates;
        this.drafts = drafts;
        this.uploads = uploads;
        this.files = files;
        this.tickets = tickets;
        this.regions = regions;
        this.time = time;
    }

    /**
     * 正在交的一项.
     *
     * @param error why a file was not taken; null: nothing was refused
     * @param ticket page of the ticket that says the record is wrong; null: nobody said so
     */
    public record Handing(
            List<Uploaded> there,
            @Nullable String error,
            @Nullable String ticket) {}

    @GetMapping("/materials")
    Reply list(Page page, @PathVariable UUID id, Actor by) {
        var draft = drafts.find(id, by);
        var view = FormView.of(draft, new Stage.Papers(), time.today());
        return Reply.show(templates.applicantMaterials(page, view, MaterialLine.of(draft), Filled.empty(regions)));
    }

    @PostMapping("/materials")
    Reply goOn(@PathVariable UUID id, Actor by) {
        var draft = drafts.find(id, by);
        draft.sheet().passPapers();
        var saved = drafts.save(draft);
        return Reply.seeOther(saved.path(saved.after(new Stage.Papers())));
    }

    @GetMapping("/materials/{key}")
    Reply one(Page page, @PathVariable UUID id, @PathVariable String key, Actor by) {
        var draft = drafts.find(id, by);
        return Reply.show(shown(page, draft, material(draft, key), null));
    }

    /** One address for all that is done to a material, so that signing in again leads back to it. */
    @PostMapping("/materials/{key}")
    Reply change(Page page, @PathVariable UUID id, @PathVariable String key, Brought brought, Actor by) {
        var draft = drafts.find(id, by);
        var material = material(draft, key);
        var sheet = draft.sheet();
        var removed = brought.removed();
        if ("yes".equals(brought.contest())) {
            contest(
                    draft,
                    material,
                    Objects.requireNonNullElse(brought.why(), "").strip());
        } else if ("no".equals(brought.contest())) {
            sheet.uncontest(key);
        } else if (removed != null) {
            sheet.files(
                    key,
                    sheet.files(key).stream()
                            .filter(one -> !one.equals(removed))
                            .toList());
        } else {
            var taken = uploads.take(brought.file(), sheet.files(key), by);
            sheet.files(key, taken.ids());
            if (!taken.refused().isEmpty()) {
                return Reply.again(shown(page, drafts.save(draft), material, String.join(" ", taken.refused())));
            }
        }
        drafts.save(draft);
        return Reply.seeOther("/my/drafts/" + id + "/materials/" + key);
    }

    /** Whoever says what is wrong with the record has its keeper look at it (policy D-12); whoever only wants to hand it in says nothing. */
    private void contest(OpenDraft draft, Material material, String why) {
        var words = why.substring(0, Math.min(LONGEST_REASON, why.length()));
        if (!words.isEmpty() && draft.sheet().correction(CORRECTED + material.key()) == null) {
            var ticket = tickets.correction(draft, material, words).id().toString();
            draft.sheet().correct(CORRECTED + material.key(), ticket);
        }
        draft.sheet().contest(material.key(), words);
    }

    private JteModel shown(Page page, OpenDraft draft, Material material, @Nullable String error) {
        var view = FormView.of(draft, new Stage.Papers(), time.today());
        var there =
                uploads.shown(draft.sheet().files(material.key()), draft.by(), "/my/drafts/" + draft.id() + "/files/");
        var correction = draft.sheet().correction(CORRECTED + material.key());
        var ticket = correction == null ? null : "/help/unsolved/" + correction;
        return templates.applicantMaterial(
                page, view, MaterialLine.of(draft, material), new Handing(there, error, ticket));
    }

    /** A file that was uploaded and not handed in yet, for who uploaded it; only ever as an attachment. */
    @GetMapping("/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable UUID file, Actor by) {
        drafts.find(id, by);
        var name = files.mine(List.of(file), by.id()).stream()
                .map(Files.Info::name)
                .findFirst();
        return files.read(file, by.id())
                .map(bytes -> Uploads.attachment(name.orElse("file"), bytes))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Material material(OpenDraft draft, String key) {
        return draft.asked().materials().stream()
                .filter(material -> material.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
