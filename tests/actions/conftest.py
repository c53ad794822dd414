from tests.web.conftest import reader, sample_drafted, service, template

__all__ = ["reader", "sample_drafted", "service", "template"]
