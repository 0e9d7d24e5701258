/** 事项：装入、检查、分版本；表单、材料、条件、环节、时限、参数。 The services: loads, checks and versions the files; fields, materials, rules, steps, limits, parameters. */
@ApplicationModule(allowedDependencies = {"places", "calendar", "identity"})
@NullMarked
package org.tongban.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
