package org.tongban.web.applicant;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * 材料页交来的: what the page of one material sends.
 *
 * @param removed id of a file that is to go; null: none
 * @param contest yes: the applicant hands it in although a record spares it; no: they take that back
 */
record Brought(
        @Nullable List<MultipartFile> file,
        @BindParam("remove-file") @Nullable String removed,
        @Nullable String contest,
        @Nullable String why) {}
