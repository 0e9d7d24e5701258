package org.tongban.web.manager;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Outlooks;
import org.tongban.catalogue.Proposal;
import org.tongban.catalogue.Proposals;
import org.tongban.catalogue.Trials;
import org.tongban.identity.Actor;
import org.tongban.web.ItemFacts;
import org.tongban.web.Names;

/** Composes what the page of a proposal shows. */
@Component
class ProposalViews {
    private final Catalogue catalogue;
    private final Proposals proposals;
    private final Outlooks outlooks;
    private final Trials trials;
    private final Names names;
    private final Time time;

    ProposalViews(Catalogue catalogue, Proposals proposals, Outlooks outlooks, Trials trials, Names names, Time time) {
        this.catalogue = catalogue;
        this.proposals = proposals;
        this.outlooks = outlooks;
        this.trials = trials;
        this.names = names;
        this.time = time;
    }

    ProposalView of(Proposal proposal, Actor by) {
        var outlook = outlooks.of(proposal);
        var ends = proposal.ends() == null
                ? null
                : proposals.find(proposal.ends(), by).orElse(null);
        boolean compares = proposal.state().open() && outlook.problems().isEmpty();
        return new ProposalView(
                proposal,
                catalogue.item(proposal.item()),
                place(ends == null ? proposal : ends),
                ends,
                ItemFacts.between(outlook.before(), outlook.after()),
                outlook.problems(),
                outlook.warnings(),
                compares ? trials.outcomes(outlook.before(), outlook.after()) : List.of(),
                proposals.steps(proposal.id()),
                proposal.enteredBy().equals(by.id()),
                running(proposal));
    }

    private boolean running(Proposal proposal) {
        return proposal.state() == Proposal.State.PUBLISHED
                && proposal.ends() == null
                && catalogue.overlays(proposal.item()).stream()
                        .anyMatch(o -> proposal.id().equals(o.proposal())
                                && (o.until() == null || !o.until().isBefore(time.today())));
    }

    private String place(Proposal proposal) {
        return proposal.place() == null ? "" : names.region(proposal.place());
    }
}
