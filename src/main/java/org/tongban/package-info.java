@NullMarked
package org.tongban;

import org.jspecify.annotations.NullMarked;
