package org.tongban.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.tongban.BenchServer;

/** The lifecycle of 7.5 officer actions, all contenders in one run on one server, their rounds interleaved. */
public final class LifecycleBench {

    /** Cases that wait for acceptance at each office, so that every list has a full page. */
    private static final int STOCK = 30;

    /** How long each runs before anything is counted: until then the just-in-time compiler is at work in all of them. */
    private static final Duration WARM_UP = Duration.ofMinutes(1);

    private LifecycleBench() {}

    /** Arguments, all optional: rounds, lifecycles a round, users, contenders (tongban, flowable, flowable-unclaimed, bare). */
    public static void main(String[] arguments) {
        int rounds = argument(arguments, 0, 5);
        int size = argument(arguments, 1, 400);
        int users = argument(arguments, 2, 4);
        Set<String> names = arguments.length > 3
                ? Set.of(arguments[3].split(","))
                : Set.of("tongban", "flowable", "flowable-unclaimed", "bare");
        Measurement.run(server -> measure(server, names, new Extent(rounds, size, users)));
    }

    private record Extent(int rounds, int size, int users) {}

    private static void measure(BenchServer server, Set<String> names, Extent extent) {
        Databases databases = new Databases(server);
        List<Contender> contenders = contenders(databases, names);
        Round round = new Round(server, databases, extent.users(), extent.size());
        for (Contender contender : contenders) {
            say(contender.name() + "：预热");
            round.prepare(contender, Contender.OFFICES * STOCK, WARM_UP);
        }
        databases.checkpoint();
        Map<String, List<Round.Cost>> steady = interleave(contenders, round, extent.rounds() + 1, false);
        // the first round after the checkpoint still writes pages whole that were touched before it
        steady.values().forEach(List::removeFirst);
        Map<String, List<Round.Cost>> checkpointed =
                interleave(contenders, round, Math.max(1, extent.rounds() - 2), true);
        String setting = Machine.setting(
                databases,
                "%d rounds of %d lifecycles each".formatted(extent.rounds(), extent.size()),
                extent.users() + " users");
        if (contenders.size() > 1) {
            Readme.replace("lifecycle", setting + LifecycleTable.of(steady, checkpointed));
        }
        contenders.forEach(Contender::close);
    }

    private static List<Contender> contenders(Databases databases, Set<String> names) {
        Map<String, Supplier<Contender>> all = new LinkedHashMap<>();
        all.put("tongban", () -> new TongbanContender(databases.fresh("bench_tongban")));
        all.put("flowable", () -> flowable(databases, "bench_flowable", true));
        all.put("flowable-unclaimed", () -> flowable(databases, "bench_flowable_unclaimed", false));
        all.put("bare", () -> new BareContender(databases.fresh("bench_bare")));
        all.keySet().retainAll(names);
        return all.values().stream().map(Supplier::get).toList();
    }

    private static Contender flowable(Databases databases, String name, boolean claiming) {
        return new FlowableContender(databases.fresh(name), name, claiming);
    }

    private static Map<String, List<Round.Cost>> interleave(
            List<Contender> contenders, Round round, int rounds, boolean checkpoint) {
        Map<String, List<Round.Cost>> costs = new LinkedHashMap<>();
        contenders.forEach(contender -> costs.put(contender.name(), new ArrayList<>()));
        List<Contender> order = new ArrayList<>(contenders);
        for (int i = 0; i < rounds; i++) {
            for (Contender contender : order) {
                Round.Cost cost = round.measure(contender, checkpoint);
                costs.get(contender.name()).add(cost);
                say("%d %s %s".formatted(i, contender.name(), cost));
            }
            Collections.rotate(order, 1);
        }
        return costs;
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
