package org.tongban.casework;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tongban.casework.MoveForm.Input;
import org.tongban.casework.MoveForm.Kind;
import org.tongban.casework.MoveForm.Option;
import org.tongban.catalogue.Item;

/** 窗口表单目录: what the moves of a window ask for, and of whoever keeps paper originals. */
final class WindowForms {
    private static final Set<Move> MOVES = EnumSet.of(Move.RETURN_FOR_FORM, Move.HAND_OVER, Move.MOVE_ORIGINAL);
    private static final String CARRIER = "承运人（专人送的填“" + OriginalMoves.BY_HAND + "”）";
    private static final String TRACKING_NUMBER = "运单号";

    private final Item item;

    WindowForms(Item item) {
        this.item = item;
    }

    static boolean has(Move move) {
        return MOVES.contains(move);
    }

    MoveForm of(Move move, Casefile file) {
        return new MoveForm(move, null, move.label(), inputs(move, file));
    }

    private List<Input> inputs(Move move, Casefile file) {
        return switch (move) {
            case RETURN_FOR_FORM ->
                List.of(
                        MoveForms.choices("defects", "形式上的问题", MoveForms.defects(item)),
                        MoveForms.page("text", "请申请人怎样改", true));
            case HAND_OVER -> handOver(file);
            case MOVE_ORIGINAL -> custody(file);
            default -> throw new IllegalArgumentException(move + " is asked for elsewhere");
        };
    }

    private List<Input> handOver(Casefile file) {
        var inputs = new ArrayList<Input>();
        inputs.add(some("checked", "齐全、清楚、签名盖章无误的材料", materials()));
        inputs.add(some("defects", "仍有形式问题、随件说明的材料", materials()));
        var here = file.originals().stream()
                .filter(o -> o.holder().equals(file.receivedBy()))
                .map(o -> new Option(o.key(), o.name()))
                .toList();
        if (!here.isEmpty()) {
            inputs.add(some("original", "一起寄出的原件", here));
            inputs.add(MoveForms.line("carrier", CARRIER, false));
            inputs.add(MoveForms.line("trackingNumber", TRACKING_NUMBER, false));
        }
        inputs.add(MoveForms.page("text", "说明", false));
        return List.copyOf(inputs);
    }

    private List<Input> custody(Casefile file) {
        return List.of(
                MoveForms.choices("original", "原件", materials()),
                MoveForms.choice("act", "流转", MoveForms.options(OriginalMoves.steps())),
                destination(file),
                MoveForms.line("carrier", CARRIER, false),
                MoveForms.line("trackingNumber", TRACKING_NUMBER, false),
                new Input("dueBackOn", "应还日期", Kind.DATE, false, List.of(), 0, ""));
    }

    private static Input destination(Casefile file) {
        var places = OriginalMoves.destinations(file).entrySet().stream()
                .map(e -> new Option(e.getKey(), e.getValue()))
                .toList();
        return new Input("to", "寄往", Kind.CHOICE, false, places, 0, "");
    }

    private List<Option> materials() {
        return item.materials().stream().map(m -> new Option(m.key(), m.name())).toList();
    }

    private static Input some(String key, String label, List<Option> options) {
        return new Input(key, label, Kind.CHOICES, false, options, 0, "");
    }
}
