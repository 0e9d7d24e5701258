/** 保存上传或生成的文件：按摘要、加密、先落盘后入库；清扫无主文件。 Keeps what was uploaded or made: by digest, encrypted, written and synced before its row; sweeps orphans. */
@ApplicationModule(allowedDependencies = {"identity", "places", "calendar"})
@NullMarked
package org.tongban.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
