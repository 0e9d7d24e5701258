/** 办件，从收件到办结：唯一改动办件的代码。办件之前的草稿也在这里。 The casefile from submission to closing: the only code that changes one. Drafts before it exists. */
@ApplicationModule(allowedDependencies = {"catalogue", "files", "records", "identity", "places", "calendar"})
@NullMarked
package org.tongban.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
