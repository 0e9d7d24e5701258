package org.tongban.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.calendar.Time;
import org.tongban.identity.Actor;
import org.tongban.identity.LeadDepartments;
import org.tongban.identity.Role;

/**
 * 事项改动: the door through which a lead department changes its services (policy M-02). One person enters a change, another of the same
 * department publishes it; nothing changes before, and nothing changes for cases already under way (L-57).
 */
@Component
public class Proposals {
    private final Catalogue catalogue;
    private final Outlooks outlooks;
    private final ProposalStore store;
    private final LeadDepartments departments;
    private final Time time;

    Proposals(Catalogue catalogue, Outlooks outlooks, ProposalStore store, LeadDepartments departments, Time time) {
        this.catalogue = catalogue;
        this.outlooks = outlooks;
        this.store = store;
        this.departments = departments;
        this.time = time;
    }

    /** 经手: what somebody did with a proposal. */
    public enum Act {
        ENTERED("拟稿"),
        CHANGED("修改"),
        SENT("提交复核"),
        PUBLISHED("发布"),
        RETURNED("退回"),
        WITHDRAWN("撤回");

        private final String chinese;

        Act(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /**
     * 经手记录.
     *
     * @param remark why it was returned
     */
    public record Step(
            Act act, String by, String name, @Nullable String remark, Instant at) {}

    /** The services that this person's department leads, in the order of the table; none for anyone but its managers. */
    public List<Item> items(Actor by) {
        return catalogue.items().stream().filter(item -> manages(by, item)).toList();
    }

    public boolean manages(Actor by, Item item) {
        return by.role() == Role.MANAGER
                && by.office() != null
                && departments
                        .department(by.office())
                        .filter(item.lead()::equals)
                        .isPresent();
    }

    /** Of this person's department, those not decided yet, oldest first. */
    @Transactional(readOnly = true)
    public List<Proposal> open(Actor by) {
        return by.role() != Role.MANAGER || by.office() == null ? List.of() : store.open(by.office());
    }

    /** All of a service, newest first. */
    @Transactional(readOnly = true)
    public List<Proposal> of(String item) {
        return store.of(item);
    }

    /** A proposal of this person's own department. */
    @Transactional(readOnly = true)
    public Optional<Proposal> find(UUID id, Actor by) {
        return store.find(id).filter(p -> manages(by, catalogue.item(p.item())));
    }

    @Transactional(readOnly = true)
    public List<Step> steps(UUID proposal) {
        return store.steps(proposal);
    }

    /** @throws RefusedChange with every reason for which it could not be published as it is */
    @Transactional
    public Proposal enter(Actor by, String item, Proposal.Content content) {
        require(by, item);
        outlooks.require(item, content);
        var proposal = new Proposal(
                UUID.randomUUID(),
                item,
                content.place(),
                content.from(),
                content.until(),
                content.instrument(),
                content.note(),
                content.changes(),
                content.ends(),
                Proposal.State.DRAFT,
                1,
                String.valueOf(by.office()),
                by.id(),
                by.name(),
                time.now(),
                null,
                null,
                null,
                null);
        store.insert(proposal);
        store.step(proposal.id(), proposal.revision(), step(Act.ENTERED, by, null));
        return proposal;
    }

    /** Only by who entered it, until it is sent. */
    @Transactional
    public Proposal change(Actor by, UUID id, int revision, Proposal.Content content) {
        var old = seen(by, id, revision);
        requireAuthor(by, old);
        requireState(old, old.state().editable());
        outlooks.require(old.item(), content);
        return save(old, with(old, content, Proposal.State.DRAFT), step(Act.CHANGED, by, null));
    }

    /** 提交复核. */
    @Transactional
    public Proposal send(Actor by, UUID id, int revision) {
        var old = seen(by, id, revision);
        requireAuthor(by, old);
        requireState(old, old.state().editable());
        outlooks.require(old.item(), old.content());
        return save(old, with(old, old.content(), Proposal.State.WAITING), step(Act.SENT, by, null));
    }

    /** 撤回: by who entered it, at any time before it is published. */
    @Transactional
    public Proposal withdraw(Actor by, UUID id, int revision) {
        var old = seen(by, id, revision);
        requireAuthor(by, old);
        requireState(old, old.state().open());
        return save(old, decided(old, Proposal.State.WITHDRAWN, by, null), step(Act.WITHDRAWN, by, null));
    }

    /** 退回, by a second person, with a remark. */
    @Transactional
    public Proposal sendBack(Actor by, UUID id, int revision, String remark) {
        var old = seen(by, id, revision);
        requireSecond(by, old);
        requireState(old, old.state() == Proposal.State.WAITING);
        if (remark.isBlank()) {
            throw new RefusedChange("请写明为什么退回，拟稿人才知道怎样改");
        }
        return save(old, decided(old, Proposal.State.RETURNED, by, remark.strip()), step(Act.RETURNED, by, remark));
    }

    /**
     * 发布, by a second person of the same department. Held against the service once more, as others may have published meanwhile. A first
     * day that has passed is today: nothing is changed backwards.
     */
    @Transactional
    public Proposal publish(Actor by, UUID id, int revision) {
        catalogue.nextEdition();
        var old = seen(by, id, revision);
        requireSecond(by, old);
        requireState(old, old.state() == Proposal.State.WAITING);
        var start = outlooks.start(old.content());
        var content = outlooks.startingOn(old.content(), start);
        outlooks.require(old.item(), content);
        var published = decided(with(old, content, Proposal.State.PUBLISHED), Proposal.State.PUBLISHED, by, null);
        var saved = save(old, published, step(Act.PUBLISHED, by, null));
        if (content.ends() != null) {
            store.end(content.ends(), id, start);
        }
        catalogue.lay(saved.overlays(start, by.id()));
        return saved;
    }

    private Proposal save(Proposal old, Proposal now, Step step) {
        if (!store.update(now, old.revision())) {
            throw new RefusedChange("这份改动刚刚有别人动过，请刷新后再看");
        }
        store.step(now.id(), now.revision(), step);
        return now;
    }

    private Proposal seen(Actor by, UUID id, int revision) {
        var found = store.find(id).orElseThrow(() -> new RefusedChange("没有这份改动"));
        require(by, found.item());
        if (found.revision() != revision) {
            var last = store.steps(id).getLast();
            throw new RefusedChange("您打开之后，" + last.name() + "已经" + last.act().chinese() + "这份改动，请刷新后再看");
        }
        return found;
    }

    private void require(Actor by, String item) {
        var of = catalogue.item(item);
        if (!manages(by, of)) {
            throw new RefusedChange("“" + of.name() + "”只能由牵头单位" + of.lead() + "的管理员改动（M-02）");
        }
    }

    private static void requireAuthor(Actor by, Proposal proposal) {
        if (!proposal.enteredBy().equals(by.id())) {
            throw new RefusedChange("这份改动由" + proposal.enteredName() + "拟稿，只能由本人修改、提交或撤回");
        }
    }

    private static void requireSecond(Actor by, Proposal proposal) {
        if (proposal.enteredBy().equals(by.id())) {
            throw new RefusedChange("自己拟的改动要由本单位另一位管理员复核发布（M-02）");
        }
    }

    private static void requireState(Proposal proposal, boolean right) {
        if (!right) {
            throw new RefusedChange("这份改动现在是“" + proposal.state().chinese() + "”，不能这样办");
        }
    }

    private Step step(Act act, Actor by, @Nullable String remark) {
        return new Step(act, by.id(), by.name(), remark, time.now());
    }

    private static Proposal with(Proposal p, Proposal.Content content, Proposal.State state) {
        return new Proposal(
                p.id(),
                p.item(),
                content.place(),
                content.from(),
                content.until(),
                content.instrument(),
                content.note(),
                content.changes(),
                content.ends(),
                state,
                p.revision() + 1,
                p.office(),
                p.enteredBy(),
                p.enteredName(),
                p.enteredAt(),
                null,
                null,
                null,
                null);
    }

    private Proposal decided(Proposal p, Proposal.State state, Actor by, @Nullable String remark) {
        int revision = p.state() == Proposal.State.PUBLISHED ? p.revision() : p.revision() + 1;
        return new Proposal(
                p.id(),
                p.item(),
                p.place(),
                p.from(),
                p.until(),
                p.instrument(),
                p.note(),
                p.changes(),
                p.ends(),
                state,
                revision,
                p.office(),
                p.enteredBy(),
                p.enteredName(),
                p.enteredAt(),
                by.id(),
                by.name(),
                time.now(),
                remark);
    }

    /** Today and every day on which something of the service changes from then on, for showing what is to come. */
    public List<LocalDate> comingDays(String item) {
        var today = time.today();
        return catalogue.overlays(item).stream()
                .map(Overlay::from)
                .filter(day -> day.isAfter(today))
                .distinct()
                .sorted()
                .toList();
    }
}
