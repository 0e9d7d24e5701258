package org.tongban.web.applicant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.tongban.files.Files;
import org.tongban.identity.Actor;
import org.tongban.web.Uploaded;

/** 上传: takes what a form brought, several files at once; what cannot be taken is told and stops none of the others. */
@Component
public class Uploads {
    private static final int FILES_MAX = 20;
    private static final int KIB = 1024;

    private final Files files;

    Uploads(Files files) {
        this.files = files;
    }

    /** 收下的和没收下的: ids of the files there are now, and why others are not among them, in words. */
    public record Taken(List<String> ids, List<String> refused) {}

    public Taken take(@Nullable List<MultipartFile> brought, List<String> before, Actor by) {
        var ids = new ArrayList<>(before);
        var refused = new ArrayList<String>();
        var chosen = brought == null
                ? List.<MultipartFile>of()
                : brought.stream()
                        .filter(file -> !Objects.requireNonNullElse(file.getOriginalFilename(), "")
                                .isEmpty())
                        .toList();
        if (chosen.isEmpty()) {
            refused.add("请先选择要上传的文件。");
        }
        for (var file : chosen) {
            if (ids.size() == FILES_MAX) {
                refused.add("一项材料最多上传 " + FILES_MAX + " 个文件，“" + file.getOriginalFilename() + "”没有上传。");
            } else {
                take(file, by, ids, refused);
            }
        }
        return new Taken(ids, refused);
    }

    private void take(MultipartFile file, Actor by, List<String> ids, List<String> refused) {
        try {
            var name = Objects.requireNonNull(file.getOriginalFilename());
            ids.add(files.upload(name, file.getBytes(), by.id()).id().toString());
        } catch (Files.NotTaken e) {
            refused.add(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files not handed in yet, as the page lists them. */
    public List<Uploaded> shown(List<String> ids, Actor by, String base) {
        return files.mine(ids.stream().map(UUID::fromString).toList(), by.id()).stream()
                .map(info -> new Uploaded(info.id().toString(), info.name(), size(info.bytes()), base + info.id()))
                .toList();
    }

    public static String size(long bytes) {
        if (bytes < KIB) {
            return bytes + " B";
        }
        return bytes < KIB * KIB ? bytes / KIB + " KB" : "%.1f MB".formatted(bytes / (double) (KIB * KIB));
    }

    /** What people uploaded is never shown by the browser itself, only saved. */
    public static ResponseEntity<byte[]> attachment(String name, byte[] bytes) {
        var disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(bytes);
    }
}
