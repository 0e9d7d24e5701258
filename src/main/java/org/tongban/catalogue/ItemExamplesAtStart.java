package org.tongban.catalogue;

import org.springframework.stereotype.Component;

/** Reads every example at the start: one that tells what cannot happen in its service stops it, with file, line and reason. */
@Component
class ItemExamplesAtStart {

    ItemExamplesAtStart(Catalogue catalogue, ItemExamples examples) {
        for (var item : catalogue.items()) {
            ExampleReview.review(catalogue.unchanged(item.id()), examples.of(item.id()));
        }
    }
}
