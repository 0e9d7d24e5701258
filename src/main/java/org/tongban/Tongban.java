package org.tongban;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** 通办: starts one node. */
@SpringBootApplication
public class Tongban {
    public static void main(String[] args) {
        SpringApplication.run(Tongban.class, args);
    }
}
