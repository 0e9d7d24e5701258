package org.tongban.web.counter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** 收件稿: what a clerk has filled in so far for the person before them. Lives for one request; a draft of the clerk's own keeps its content. */
final class Intake {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * 收件稿内容, as the draft keeps it.
     *
     * @param window code of the office where it was begun
     * @param who who came, by the names of the inputs
     * @param typed the service's form and places as they were typed, also what cannot be taken yet
     * @param files material key → ids of the files
     * @param ways material key → name of a {@link Handing}
     * @param online id of the applicant's own draft that this one goes on with (policy M-23)
     * @param onlineOwner account of that draft
     * @param ticket id of the problem ticket opened for it
     */
    record Content(
            @Nullable String window,
            @Nullable Map<String, List<String>> who,
            @Nullable Map<String, List<String>> typed,
            @Nullable Map<String, List<String>> files,
            @Nullable Map<String, String> ways,
            @Nullable String online,
            @Nullable String onlineOwner,
            @Nullable String ticket) {}

    private @Nullable String window;
    private @Nullable String online;
    private @Nullable String onlineOwner;
    private @Nullable String ticket;
    private Map<String, List<String>> who;
    private Map<String, List<String>> typed;
    private final Map<String, List<String>> files;
    private final Map<String, String> ways;

    private Intake(Content content) {
        window = content.window();
        online = content.online();
        onlineOwner = content.onlineOwner();
        ticket = content.ticket();
        who = copy(content.who());
        typed = copy(content.typed());
        files = copy(content.files());
        ways = copy(content.ways());
    }

    static Intake of(Map<String, Object> content) {
        return new Intake(JSON.convertValue(content, Content.class));
    }

    private static <V> Map<String, V> copy(@Nullable Map<String, V> given) {
        return given == null ? new LinkedHashMap<>() : new LinkedHashMap<>(given);
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> content() {
        return JSON.convertValue(new Content(window, who, typed, files, ways, online, onlineOwner, ticket), Map.class);
    }

    @Nullable
    String window() {
        return window;
    }

    Map<String, List<String>> who() {
        return who;
    }

    void came(String at, Map<String, List<String>> present) {
        window = at;
        who = new LinkedHashMap<>(present);
    }

    Map<String, List<String>> typed() {
        return typed;
    }

    void type(Map<String, List<String>> all) {
        typed = new LinkedHashMap<>(all);
    }

    Map<String, List<String>> files() {
        return files;
    }

    List<String> files(String material) {
        return files.getOrDefault(material, List.of());
    }

    void files(String material, List<String> ids) {
        if (ids.isEmpty()) {
            files.remove(material);
        } else {
            files.put(material, List.copyOf(ids));
        }
    }

    /** How the material came; null where nothing was said. */
    @Nullable
    Handing way(String material) {
        return Handing.named(ways.get(material));
    }

    void way(String material, @Nullable Handing how) {
        if (how == null) {
            ways.remove(material);
        } else {
            ways.put(material, how.name());
        }
    }

    @Nullable
    String online() {
        return online;
    }

    @Nullable
    String onlineOwner() {
        return onlineOwner;
    }

    void goOnWith(String draft, String owner) {
        online = draft;
        onlineOwner = owner;
    }

    @Nullable
    String ticket() {
        return ticket;
    }

    void ticket(String id) {
        ticket = id;
    }
}
