package org.tongban.api;

import java.io.IOException;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.tongban.files.Files;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;

/** 附件接口: takes a file, to be named in a case of the same client. */
@RestController
@RequestMapping("/api/v1/files")
@Door.SignedIn
class FilesApi {
    private final Files files;

    FilesApi(Files files) {
        this.files = files;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Files.Info upload(@RequestParam MultipartFile file, Actor by) throws IOException {
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return files.upload(name, file.getBytes(), by.id());
    }
}
