package org.tongban.web.manager;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Proposal;
import org.tongban.catalogue.Proposals;
import org.tongban.catalogue.Trials;
import org.tongban.web.ItemFacts;

/**
 * 改动建议页的内容.
 *
 * @param place name of the place; empty: everywhere
 * @param ends the proposal that this one ends
 * @param differences old and new in words
 * @param problems for which it cannot be published as it is
 * @param outcomes what is said to the service's examples before and after; empty where it is decided
 * @param author whether the reader entered it
 * @param running whether it is published and still holds or will hold
 */
public record ProposalView(
        Proposal proposal,
        Item item,
        String place,
        @Nullable Proposal ends,
        List<ItemFacts.Difference> differences,
        List<String> problems,
        List<String> warnings,
        List<Trials.Outcome> outcomes,
        List<Proposals.Step> steps,
        boolean author,
        boolean running) {

    public List<Trials.Outcome> changed() {
        return outcomes.stream().filter(Trials.Outcome::changed).toList();
    }

    public boolean editable() {
        return author && proposal.state().editable() && proposal.ends() == null;
    }

    public boolean sendable() {
        return author && proposal.state().editable() && problems.isEmpty();
    }

    public boolean withdrawable() {
        return author && proposal.state().open();
    }

    public boolean decidable() {
        return !author && proposal.state() == Proposal.State.WAITING;
    }
}
