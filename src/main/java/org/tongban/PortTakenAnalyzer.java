package org.tongban;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in Chinese that the port is taken. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
        return new FailureAnalysis(
                "通办没有启动。端口 " + cause.getPort() + " 已被别的程序占用。",
                "请停掉占用该端口的程序，或换一个端口：mvn spring-boot:run -Dspring-boot.run.arguments=--server.port=8081",
                cause);
    }
}
