package org.tongban.api;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;
import org.tongban.casework.CaseNumber;
import org.tongban.casework.LookUps;
import org.tongban.casework.Submission;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;
import org.tongban.identity.Actor;

/** 申请的读法: turns what the API was sent into a submission; records are looked up here, before any transaction. */
@Component
class Filings {
    private final Catalogue catalogue;
    private final LookUps lookUps;
    private final Time time;

    Filings(Catalogue catalogue, LookUps lookUps, Time time) {
        this.catalogue = catalogue;
        this.lookUps = lookUps;
        this.time = time;
    }

    Item item(@Nullable String id) {
        if (id == null || id.isBlank()) {
            throw new BadRequest("item", "缺少事项编号");
        }
        return catalogue.find(id).orElseThrow(() -> new NoSuchItem(id));
    }

    Submission submission(SubmissionMessage body, String key, Actor by) {
        var item = item(body.item());
        var materials = body.materials() == null ? Map.<String, List<String>>of() : body.materials();
        materials.forEach((material, files) -> {
            if (files == null) {
                throw new BadRequest("materials." + material, "请给出附件编号的列表；在窗口交纸质的，给空列表");
            }
            files.forEach(file -> requireId(material, file));
        });
        var originals = body.originals() == null ? List.<String>of() : body.originals();
        var handedIn = new LinkedHashSet<>(materials.keySet());
        handedIn.addAll(originals);
        var filing = body.filing().filing(handedIn);
        var local = catalogue.holding(item, filing, time.today());
        var found = lookUps.before(local, filing);
        return new Submission(
                local,
                found.filing(),
                materials,
                originals,
                found.answeredSteps(),
                Boolean.TRUE.equals(body.insist()),
                key,
                "api",
                body.linkedTo() == null ? null : linked(body.linkedTo()));
    }

    private static void requireId(String material, @Nullable String file) {
        try {
            UUID.fromString(String.valueOf(file));
        } catch (IllegalArgumentException e) {
            throw new BadRequest("materials." + material, "文件编号不对，请先用 POST /files 上传");
        }
    }

    private static long linked(String number) {
        return CaseNumber.parse(number)
                .orElseThrow(() -> new BadRequest("linkedTo", "办件编号不对"))
                .id();
    }
}
