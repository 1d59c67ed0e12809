"""The kernel on which the course runs its notebooks."""

import zmq
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from traitlets import default


class OwnPython(AsyncKernelManager):
    """A kernel on the Python that runs the course, whatever other kernels this machine has under its name."""

    @default("kernel_spec_manager")
    def _own_kernels(self) -> KernelSpecManager:
        return KernelSpecManager(kernel_dirs=[])

    @default("transport_encryption")
    def _encrypted(self) -> str:
        # Else every kernel prints a warning that its messages are sent in plain text.
        return "auto" if zmq.has("curve") else "disabled"
