/** 好差评：一次一评、一事一评，差评必核实、整改、答复、回访。One rating a visit and a closed case, and the answer owed to a bad one. */
@ApplicationModule(
        allowedDependencies = {"notices", "casework", "catalogue", "files", "records", "identity", "places", "calendar"
        })
@NullMarked
package org.tongban.ratings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
