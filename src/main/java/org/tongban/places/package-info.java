/** 有哪些行政区划、哪些办事机构、哪个机构管什么。 Which regions there are, which offices work there, and which office is competent for what. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.tongban.places;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
