package org.tongban.supervision;

import java.util.OptionalDouble;

/** 统计数: how many cases of some kind came, went on and ended. Each number counts what happened in the time asked for. */
public record Tally(
        long received,
        long accepted,
        long supplemented,
        long granted,
        long partlyGranted,
        long refused,
        long declined,
        long withdrawn,
        long terminated,
        long referred,
        long onTime,
        long late) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** How many ended, whatever the way. */
    public long decided() {
        return granted + partlyGranted + refused + declined + withdrawn + terminated + referred;
    }

    /** Of what ended with a limit, the share within it; empty where nothing with a limit has ended. */
    public OptionalDouble onTimeRate() {
        long counted = onTime + late;
        return counted == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) onTime / counted);
    }

    public Tally plus(Tally other) {
        return new Tally(
                received + other.received,
                accepted + other.accepted,
                supplemented + other.supplemented,
                granted + other.granted,
                partlyGranted + other.partlyGranted,
                refused + other.refused,
                declined + other.declined,
                withdrawn + other.withdrawn,
                terminated + other.terminated,
                referred + other.referred,
                onTime + other.onTime,
                late + other.late);
    }
}
