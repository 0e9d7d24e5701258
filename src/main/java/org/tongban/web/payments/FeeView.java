package org.tongban.web.payments;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.Casefile;
import org.tongban.casework.Task;
import org.tongban.catalogue.Charges;
import org.tongban.catalogue.Consequence;
import org.tongban.catalogue.Item;
import org.tongban.payments.FeeOrder;
import org.tongban.payments.Movement;
import org.tongban.places.Office;

/**
 * 缴费一页: one step of a case that is paid for.
 *
 * @param order the last one; null where none was opened
 * @param earlier those before it
 * @param channel who takes the money, in words
 */
public record FeeView(
        Casefile file,
        Item item,
        Task task,
        Office office,
        Charges charges,
        @Nullable FeeOrder order,
        List<FeeOrder> earlier,
        List<Movement> movements,
        String channel) {

    public String applicantPath() {
        return "/my/cases/" + file.number() + "/fee/" + task.no();
    }

    public String deskPath() {
        return "/desk/cases/" + file.number() + "/fee/" + task.no();
    }

    /** Whether the case ends where it is not paid in time. */
    public boolean endsCase() {
        return item.steps().get(task.step()).silence() == Consequence.TERMINATED;
    }

    public boolean payable() {
        return order != null && order.state() == FeeOrder.State.OPEN;
    }

    /** Whether the office can open an order now. */
    public boolean openable() {
        return task.state().open()
                && (order == null
                        || order.state() == FeeOrder.State.CANCELLED
                        || order.state() == FeeOrder.State.LAPSED);
    }
}
