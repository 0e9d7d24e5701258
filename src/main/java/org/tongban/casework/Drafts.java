package org.tongban.casework;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.calendar.Time;
import org.tongban.identity.Vault;
import tools.jackson.core.type.TypeReference;

/**
 * 草稿: what somebody has filled in before there is a case. Saves itself, says when, survives a lost session; one a service and person unless
 * another is asked for. Sealed like a case; deleting it destroys its key with it.
 */
@Component
public class Drafts {
    /**
     * 草稿内容.
     *
     * @param version of the last save; a save from an older page is told so
     */
    public record Draft(UUID id, String itemId, int version, Instant savedAt, Map<String, Object> content) {}

    private final DraftStore store;
    private final Vault vault;
    private final Time time;

    Drafts(DraftStore store, Vault vault, Time time) {
        this.store = store;
        this.vault = vault;
        this.time = time;
    }

    /** The open draft of this person for the service, made if there is none or {@code another} is asked for. */
    @Transactional
    public Draft open(String owner, String itemId, boolean another) {
        if (!another) {
            var existing = store.latest(owner, itemId).map(this::read);
            if (existing.isPresent()) {
                return existing.get();
            }
        }
        return begun(owner, itemId, null);
    }

    /** A new one at a window: its clerk's, and any colleague's there who takes it over. */
    @Transactional
    public Draft openAtWindow(String owner, String itemId, String window) {
        return begun(owner, itemId, window);
    }

    private Draft begun(String owner, String itemId, @Nullable String window) {
        var id = UUID.randomUUID();
        var key = vault.newWrappedKey();
        var now = time.now();
        store.insert(new DraftStore.Row(id, owner, itemId, 1, now, key, seal(key, Map.of()), window));
        return new Draft(id, itemId, 1, now, Map.of());
    }

    /** 同事的收件稿: what a colleague began at the same window. */
    public record Colleagues(Draft draft, String owner) {}

    /** What colleagues began at this window and have not handed in, latest first. */
    @Transactional(readOnly = true)
    public List<Colleagues> atWindow(String window, String butOf) {
        return store.atWindow(window, butOf).stream()
                .map(row -> new Colleagues(read(row), row.owner()))
                .toList();
    }

    /** Gives what was begun at this window to another of its people; false where it is not there any more. */
    @Transactional
    public boolean takeOver(UUID id, String window, String by) {
        return store.give(id, window, by);
    }

    /** The draft, only for its owner. */
    @Transactional(readOnly = true)
    public Optional<Draft> find(UUID id, String owner) {
        return store.find(id, owner).map(this::read);
    }

    @Transactional(readOnly = true)
    public List<Draft> of(String owner) {
        return store.of(owner).stream().map(this::read).toList();
    }

    /**
     * Saves the whole content.
     *
     * @throws RefusedMove when another page saved since {@code version}; nothing is overwritten
     */
    @Transactional
    public Draft save(Draft draft, Map<String, Object> content, String owner) {
        var row = store.find(draft.id(), owner)
                .orElseThrow(() -> RefusedMove.rule("no-draft", "这份草稿已经提交或者删除。", "请在“我的办件”里查看，或者重新填写。"));
        var now = time.now();
        if (!store.update(draft.id(), owner, draft.version(), now, seal(row.key(), content))) {
            throw RefusedMove.rule("draft-changed", "这份草稿在别的页面上改过。", "请先看一下那边保存的内容，再决定用哪一份。");
        }
        return new Draft(draft.id(), draft.itemId(), draft.version() + 1, now, content);
    }

    /** Ends the draft: it was handed in, or its owner does not want it. */
    @Transactional
    public void delete(UUID id, String owner) {
        store.delete(id, owner);
    }

    private Draft read(DraftStore.Row row) {
        var content = CaseJson.PLAIN.readValue(
                vault.openUnder(row.key(), row.sealed()), new TypeReference<Map<String, Object>>() {});
        return new Draft(row.id(), row.itemId(), row.version(), row.savedAt(), content);
    }

    private byte[] seal(byte[] key, Map<String, Object> content) {
        return vault.sealUnder(key, CaseJson.PLAIN.writeValueAsString(content).getBytes(StandardCharsets.UTF_8));
    }
}
