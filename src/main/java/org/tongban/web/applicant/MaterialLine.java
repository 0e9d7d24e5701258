package org.tongban.web.applicant;

import static org.tongban.web.Words.t;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Material;
import org.tongban.web.Todo;
import org.tongban.web.Tone;

/**
 * 材料清单的一行.
 *
 * @param files how many files there are
 * @param contested why the applicant hands it in although a record spares it; null: they do not
 * @param path where it is handed in
 */
public record MaterialLine(
        Material material, int files, @Nullable String contested, String path) {

    static List<MaterialLine> of(OpenDraft draft) {
        return draft.asked().materials().stream()
                .map(material -> of(draft, material))
                .toList();
    }

    static MaterialLine of(OpenDraft draft, Material material) {
        return new MaterialLine(
                material,
                draft.sheet().files(material.key()).size(),
                draft.sheet().contested().get(material.key()),
                "/my/drafts/" + draft.id() + "/materials/" + material.key());
    }

    /** 免提交: a record spares it, and the applicant does not say otherwise. */
    public boolean spared() {
        return material.exemptBy() != null && contested == null && files == 0;
    }

    public boolean missing() {
        return material.required() && material.storable() && !spared() && files == 0;
    }

    public Todo todo() {
        return new Todo(material.name(), hint(), path, state(), tone());
    }

    private @Nullable String hint() {
        return spared() ? t("由“{0}”调取，不用交", String.valueOf(material.exemptBy())) : GuideWords.medium(material);
    }

    private String state() {
        if (files > 0) {
            return t("已交 {0} 个文件", files);
        }
        if (!material.storable()) {
            return t("交给窗口，不上传");
        }
        return spared() ? t("免提交") : material.required() ? t("还没有交") : t("选交");
    }

    private Tone tone() {
        if (files > 0 || spared()) {
            return Tone.GOOD;
        }
        if (!material.storable()) {
            return Tone.QUIET;
        }
        return material.required() ? Tone.CAUTION : Tone.QUIET;
    }
}
