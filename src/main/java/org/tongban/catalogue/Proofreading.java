package org.tongban.catalogue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Compiles all rules beside the rest of the start-up, and stops it where one does not compile. */
@Component
@ConditionalOnProperty(name = "tongban.catalogue.proofread", havingValue = "true", matchIfMissing = true)
class Proofreading implements ApplicationRunner {

    private final CompletableFuture<Void> done;

    Proofreading(Catalogue catalogue) {
        Executor beside =
                task -> Thread.ofPlatform().daemon().name("proofreading").start(task);
        done = CompletableFuture.runAsync(catalogue::proofread, beside);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            done.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ItemFileRefused refused ? refused : e;
        }
    }
}
