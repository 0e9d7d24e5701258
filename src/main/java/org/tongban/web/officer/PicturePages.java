package org.tongban.web.officer;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casework;
import org.tongban.casework.NoSuchCase;
import org.tongban.files.Files;
import org.tongban.files.Pictures;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.ReadLog;
import org.tongban.identity.Role;

/** 材料图像和原文件: pages as pictures that we draw, the original as an attachment only; each look is logged. */
@Controller
@RequestMapping("/desk/cases/{number}/files/{file}")
@Door.Only({Role.OFFICER, Role.APPROVER, Role.CHECKER, Role.CLERK})
class PicturePages {
    private final Casework casework;
    private final Casebook casebook;
    private final Files files;
    private final Pictures pictures;
    private final ReadLog log;

    PicturePages(Casework casework, Casebook casebook, Files files, Pictures pictures, ReadLog log) {
        this.casework = casework;
        this.casebook = casebook;
        this.files = files;
        this.pictures = pictures;
        this.log = log;
    }

    /** A file of a case that this person may read whole, with its content. */
    private record Read(Files.Info info, byte[] content) {}

    @GetMapping("/pages/{page}")
    ResponseEntity<byte[]> page(
            @PathVariable String number, @PathVariable UUID file, @PathVariable int page, Actor by) {
        var read = read(number, file, by);
        log.record(by, ReadLog.What.MATERIAL, number, read.info().name() + " 第 " + page + " 页");
        try {
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .contentType(MediaType.IMAGE_JPEG)
                    .body(pictures.page(read.info().type(), read.content(), page));
        } catch (Pictures.NotDrawn e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
        }
    }

    @GetMapping
    ResponseEntity<byte[]> original(@PathVariable String number, @PathVariable UUID file, Actor by) {
        var read = read(number, file, by);
        log.record(by, ReadLog.What.MATERIAL, number, read.info().name() + " 原文件");
        var disposition = ContentDisposition.attachment()
                .filename(read.info().name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(read.content());
    }

    private Read read(String number, UUID file, Actor by) {
        long id = CasePaths.id(number);
        var readable = casework.find(id, by).filter(found -> casebook.whole(found, by));
        if (readable.isEmpty()) {
            throw new NoSuchCase(id);
        }
        var earlier = casebook.earlier(readable.get(), by).isPresent()
                ? readable.get().linkedTo()
                : null;
        return Stream.of(id, Objects.requireNonNullElse(earlier, id))
                .distinct()
                .flatMap(of -> files.of(of).stream()
                        .filter(info -> info.id().equals(file))
                        .flatMap(info -> files.read(file, of).map(content -> new Read(info, content)).stream()))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
