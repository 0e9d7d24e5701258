package org.tongban.web.counter;

import java.util.List;
import org.tongban.catalogue.Material;
import org.tongban.web.Uploaded;

/**
 * 材料核对单的一行.
 *
 * @param way how it came, as far as said
 * @param files uploaded and not handed in yet
 */
public record MaterialRow(Material material, Handing way, List<Uploaded> files) {
    /** Needed, and not there in any way. */
    public boolean missing() {
        return material.required() && way == Handing.MISSING;
    }

    /** A scan was promised and there is none yet. */
    public boolean unscanned() {
        return way == Handing.SCANNED && files.isEmpty();
    }
}
